import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Framework } from './framework.entity.js';

@Injectable()
export class FrameworksQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All frameworks, the latest first. */
  async all(): Promise<Framework[]> {
    return this.dataSource.getRepository(Framework).find({ order: { publishedOn: 'DESC', slug: 'ASC' } });
  }

  async bySlug(slug: string): Promise<Framework | null> {
    return this.dataSource.getRepository(Framework).findOneBy({ slug });
  }
}
