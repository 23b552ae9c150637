import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Area } from './area.entity.js';

@Injectable()
export class AreasQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param manager of the caller's transaction, which should not wait for a second connection */
  async byCode(code: string, manager: EntityManager = this.dataSource.manager): Promise<Area | null> {
    return manager.getRepository(Area).findOneBy({ code });
  }

  /** Areas taken from files as they stood there, for somebody to confirm. */
  async unconfirmed(): Promise<Area[]> {
    return this.dataSource.getRepository(Area).find({ where: { confirmed: false }, order: { code: 'ASC' } });
  }
}
