import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type Period } from '#domain/observations/period.js';
import { Clock } from '#platform/clock/clock.js';
import { periodOf } from './stored-period.js';
import { Release } from '#features/releases/release.entity.js';

/** One published cell with its area and release. */
export interface PublishedObservation {
  area: { id: number; code: string; name: string; level: string };
  period: Period;
  /** Null where the publisher left it blank; then `status` says why. */
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** The publisher's marker, as in the file. */
  status: string | null;
  note: string | null;
  release: { id: number; publisher: string; publishedOn: string | null };
}

export interface ObservationFilter {
  metricId: number;
  areaCodes?: readonly string[];
  /** Levels of the register, for rules over areas. */
  levels?: readonly string[];
  /** As in the register; all where absent. */
  country?: string;
  /** First and last day on which a period may begin, ISO dates. */
  from?: string;
  to?: string;
  /** Length of the period; 0 for a snapshot. */
  months?: number;
  /** Only this release; else of each cell the newest. */
  releaseId?: number;
  /** From the releases that were public at an instant that has passed; now where absent. */
  at?: Date;
}

/** The place of a cell in the order of a metric: area, first day, months. */
export type ObservationKey = readonly [areaId: number, periodStart: string, periodMonths: number];

interface ObservationRow {
  area_id: number;
  code: string;
  name: string;
  level: string;
  period_start: string;
  period_months: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
  status: string | null;
  note: string | null;
  release_id: number;
  publisher: string;
  published_on: string | null;
}

/** One area's series of one metric. */
export interface SeriesName {
  metricId: number;
  areaCode: string;
}

/** Oldest first; blanks absent. */
export interface NamedSeries {
  areaName: string;
  points: readonly SeriesPoint[];
}

type SeriesRow = Omit<ObservationRow, 'period_start'> & { metric_id: number; period_start: string | null };

const BATCH = 2000;

/** A release counts from the hour of its publication, where that is known, else from its import. */
const KNOWN_AT = 'COALESCE(r.published_at, r.imported_at)';
const CELL = 'o.metric_id, o.area_id, o.period_start, o.period_months';

/** Reads of published figures for pages, files and the API; nothing of a release shows before its hour. */
@Injectable()
export class PublishedObservationsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Several series in one statement, by `<metric id>/<area code>`; areas that the register does not know are absent.
   * @param at from the releases that were public then
   */
  async series(names: readonly SeriesName[], at = this.clock.now()): Promise<Map<string, NamedSeries>> {
    const found = new Map<string, NamedSeries & { points: SeriesPoint[] }>();
    if (names.length === 0) return found;
    const rows: SeriesRow[] = await this.dataSource.query(
      `SELECT wanted.metric_id, a.code, a.name, cell.*
         FROM unnest($1::integer[], $2::text[]) AS wanted (metric_id, code)
         JOIN areas a ON a.code = wanted.code
         LEFT JOIN LATERAL (
           SELECT DISTINCT ON (${CELL}) to_char(o.period_start, 'YYYY-MM-DD') AS period_start, o.period_months,
                  o.value, o.lower, o.upper, o.status, o.release_id
             FROM observations o
             JOIN releases_that_count(wanted.metric_id, $3) counting ON counting.release_id = o.release_id
            WHERE o.metric_id = wanted.metric_id AND o.area_id = a.id
            ORDER BY ${CELL}, counting.rank DESC
         ) cell ON true`,
      [names.map(({ metricId }) => metricId), names.map(({ areaCode }) => areaCode), at],
    );
    for (const row of rows) {
      const name = `${row.metric_id}/${row.code}`;
      const series = found.get(name) ?? { areaName: row.name, points: [] };
      found.set(name, series);
      if (row.period_start !== null && row.value !== null) series.points.push(pointOf(row, row.period_start, row.value, name));
    }
    return found;
  }

  /** Cells after a key, in order. */
  async page(filter: ObservationFilter, after: ObservationKey | undefined, limit: number): Promise<PublishedObservation[]> {
    const rows: ObservationRow[] = await this.dataSource.query(
      `SELECT DISTINCT ON (${CELL})
              o.area_id, a.code, a.name, a.level, to_char(o.period_start, 'YYYY-MM-DD') AS period_start, o.period_months,
              o.value, o.lower, o.upper, o.status, o.note, o.release_id, r.publisher, to_char(r.published_on, 'YYYY-MM-DD') AS published_on
         FROM observations o
         JOIN areas a ON a.id = o.area_id
         JOIN releases r ON r.id = o.release_id
         LEFT JOIN releases_that_count($1, $11) counting ON counting.release_id = o.release_id
        WHERE o.metric_id = $1
          AND CASE WHEN $6::integer IS NULL THEN counting.rank IS NOT NULL ELSE ${KNOWN_AT} <= $11 END
          AND ($2::text[] IS NULL OR a.code = ANY($2))
          AND ($3::text[] IS NULL OR a.level = ANY($3))
          AND ($12::text IS NULL OR a.country = $12)
          AND ($4::date IS NULL OR o.period_start >= $4)
          AND ($5::date IS NULL OR o.period_start <= $5)
          AND ($6::integer IS NULL OR o.release_id = $6)
          AND ($13::smallint IS NULL OR o.period_months = $13)
          AND ($7::integer IS NULL OR (o.area_id, o.period_start, o.period_months) > ($7, $8::date, $9::smallint))
        ORDER BY ${CELL}, counting.rank DESC NULLS LAST
        LIMIT $10`,
      [filter.metricId, filter.areaCodes ?? null, filter.levels ?? null, filter.from ?? null, filter.to ?? null, filter.releaseId ?? null, ...(after ?? [null, null, null]), limit, filter.at ?? this.clock.now(), filter.country ?? null, filter.months ?? null],
    );
    return rows.map(published);
  }

  /** Releases whose day has come, after a number. */
  async releases(afterId: number, limit: number): Promise<Release[]> {
    return this.dataSource
      .getRepository(Release)
      .createQueryBuilder('r')
      .where('r.id > :afterId', { afterId })
      .andWhere(`${KNOWN_AT} <= :now`, { now: this.clock.now() })
      .orderBy('r.id')
      .take(limit)
      .getMany();
  }

  /** All cells, a batch at a time. */
  async *batches(filter: ObservationFilter): AsyncGenerator<PublishedObservation[]> {
    for (let after: ObservationKey | undefined; ; ) {
      const rows = await this.page(filter, after, BATCH);
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = keyOf(last);
    }
  }
}

export function keyOf({ area, period }: PublishedObservation): ObservationKey {
  return [area.id, period.start, period.months];
}

function published(row: ObservationRow): PublishedObservation {
  return {
    area: { id: row.area_id, code: row.code, name: row.name, level: row.level },
    period: periodOf(row.period_start, row.period_months),
    value: row.value,
    lower: row.lower,
    upper: row.upper,
    status: row.status,
    note: row.note,
    release: { id: row.release_id, publisher: row.publisher, publishedOn: row.published_on },
  };
}

function pointOf(row: Omit<SeriesRow, 'period_start'>, start: string, value: number, name: string): SeriesPoint {
  const period = periodOf(start, row.period_months);
  return {
    key: `${name}/${period.key}/${row.release_id}`,
    period,
    value,
    ...(row.lower === null ? {} : { lower: row.lower }),
    ...(row.upper === null ? {} : { upper: row.upper }),
    ...(row.status === 'p' ? { provisional: true } : {}),
  };
}
