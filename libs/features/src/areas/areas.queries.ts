import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Area } from './area.entity.js';

@Injectable()
export class AreasQueries {
  constructor(private readonly dataSource: DataSource) {}

  async byCode(code: string): Promise<Area | null> {
    return this.dataSource.getRepository(Area).findOneBy({ code });
  }

  /** Areas taken from files as they stood there, for somebody to confirm. */
  async unconfirmed(): Promise<Area[]> {
    return this.dataSource.getRepository(Area).find({ where: { confirmed: false }, order: { code: 'ASC' } });
  }
}
