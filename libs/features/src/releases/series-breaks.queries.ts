import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type SeriesBreak as JudgedBreak } from '#domain/judgements/target-to-judge.js';
import { Clock } from '#platform/clock/clock.js';
import { SeriesBreak } from './series-break.entity.js';

/** A break is a part of the release that it came with: before its hour it is for statisticians only. */
const PUBLISHED = '(r.id IS NULL OR COALESCE(r.published_at, r.imported_at) <= :now)';

/** Reads of breaks that statisticians have recorded; those of the catalogue stand with the metrics. */
@Injectable()
export class SeriesBreaksQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By the metric's id, in the order of their recording; metrics without one are absent, and so is what came with a release under embargo. @param then those that were recorded by then, and of a release that was public then */
  async of(metricIds: readonly number[], manager: EntityManager = this.dataSource.manager, then?: Date): Promise<ReadonlyMap<number, readonly JudgedBreak[]>> {
    const found = new Map<number, JudgedBreak[]>();
    if (metricIds.length === 0) return found;
    const rows = await manager
      .getRepository(SeriesBreak)
      .createQueryBuilder('b')
      .leftJoin('b.release', 'r')
      .where(`b.metricId = ANY(:metricIds) AND ${PUBLISHED}`, { metricIds, now: then ?? this.clock.now() })
      .andWhere(then ? 'b.at <= :then' : 'true', { then })
      .orderBy('b.id')
      .getMany();
    for (const { metricId, periodKey, what } of rows) found.set(metricId, [...(found.get(metricId) ?? []), { periodKey, what }]);
    return found;
  }

  /** With metric and who recorded them, newest first. @param embargoed those of releases under embargo too, for statisticians */
  async recorded(metricIds: readonly number[], { embargoed }: { embargoed: boolean }): Promise<SeriesBreak[]> {
    if (metricIds.length === 0) return [];
    const query = this.dataSource
      .getRepository(SeriesBreak)
      .createQueryBuilder('b')
      .innerJoinAndSelect('b.metric', 'metric')
      .innerJoinAndSelect('b.recordedByUser', 'recorder')
      .leftJoin('b.release', 'r')
      .where('b.metricId = ANY(:metricIds)', { metricIds })
      .orderBy('b.id', 'DESC');
    if (!embargoed) query.andWhere(PUBLISHED, { now: this.clock.now() });
    return query.getMany();
  }
}
