import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metric } from './metric.entity.js';

@Injectable()
export class MetricsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The catalogue, by slug. */
  async all(): Promise<Metric[]> {
    return this.dataSource.getRepository(Metric).find({ order: { slug: 'ASC' } });
  }

  async bySlug(slug: string): Promise<Metric | null> {
    return this.dataSource.getRepository(Metric).findOneBy({ slug });
  }
}
