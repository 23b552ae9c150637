import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ImportWarning } from './import-warning.entity.js';
import { ReleaseMetric } from './release-metric.entity.js';

/** The warnings of a release. */
export interface WarningsOfRelease {
  /** Those listed, the worst first, with metric and who acknowledged them. */
  listed: ImportWarning[];
  /** Those found by the comparisons, listed or not; null while they are being worked out. */
  found: number | null;
}

@Injectable()
export class WarningsQueries {
  constructor(private readonly dataSource: DataSource) {}

  async of(releaseId: number): Promise<WarningsOfRelease> {
    const listed = await this.dataSource
      .getRepository(ImportWarning)
      .find({ where: { releaseId }, relations: { metric: true, acknowledgedByUser: true }, order: { position: 'ASC', id: 'ASC' } });
    const parts = await this.dataSource.getRepository(ReleaseMetric).findBy({ releaseId });
    const worked = parts.every(({ warningsFound }) => warningsFound !== null);
    return { listed, found: worked ? parts.reduce((sum, { warningsFound }) => sum + (warningsFound ?? 0), 0) : null };
  }
}
