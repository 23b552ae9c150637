import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Period } from '#domain/observations/period.js';
import { Area } from '#features/areas/area.entity.js';
import { periodOf } from '#features/observations/stored-period.js';
import { Clock } from '#platform/clock/clock.js';

/** A published figure of an authority. */
export interface AuthorityFigure {
  metricId: number;
  code: string;
  period: Period;
  value: number;
  lower?: number;
  upper?: number;
}

interface FigureRow {
  metricId: number;
  code: string;
  start: string;
  months: number;
  value: number;
  lower: number | null;
  upper: number | null;
}

/** Reads what a place is held against. */
@Injectable()
export class BenchmarkFiguresQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Every local authority of the register, those that have ended too. */
  async authorities(): Promise<Area[]> {
    return this.dataSource.getRepository(Area).findBy({ level: In(['lower-tier', 'upper-tier', 'unitary']) });
  }

  /** Of each metric the figures of all authorities in the newest period in which a place has one; one statement. @param own ids of the place's codes */
  async latest(own: readonly number[]): Promise<AuthorityFigure[]> {
    const rows: FigureRow[] = await this.dataSource.query(LATEST, [this.clock.now(), own]);
    return rows.map(({ start, months, lower, upper, ...figure }) => ({
      ...figure,
      period: periodOf(start, months),
      ...(lower === null ? {} : { lower }),
      ...(upper === null ? {} : { upper }),
    }));
  }
}

/** $1: the instant; $2: ids of the place's codes. What is blank in the newest release is no figure. */
const LATEST = `
  WITH counting AS MATERIALIZED (
    SELECT m.id AS metric_id, array_agg(c.release_id ORDER BY c.rank) AS ids
      FROM metrics m CROSS JOIN LATERAL releases_that_count(m.id, $1) c GROUP BY m.id)
  SELECT cell.* FROM counting
   CROSS JOIN LATERAL (
     SELECT o.period_start, o.period_months FROM observations o
      WHERE o.metric_id = counting.metric_id AND o.area_id = ANY ($2) AND o.release_id = ANY (counting.ids) AND o.value IS NOT NULL
      ORDER BY o.period_start DESC, o.period_months DESC LIMIT 1) newest
   CROSS JOIN LATERAL (
     SELECT DISTINCT ON (o.area_id) o.metric_id AS "metricId", a.code, to_char(o.period_start, 'YYYY-MM-DD') AS start, o.period_months AS months, o.value, o.lower, o.upper
       FROM observations o JOIN areas a ON a.id = o.area_id
      WHERE o.metric_id = counting.metric_id AND o.period_start = newest.period_start AND o.period_months = newest.period_months
        AND o.release_id = ANY (counting.ids) AND a.level IN ('lower-tier', 'upper-tier', 'unitary')
      ORDER BY o.area_id, array_position(counting.ids, o.release_id) DESC) cell
   WHERE cell.value IS NOT NULL`;
