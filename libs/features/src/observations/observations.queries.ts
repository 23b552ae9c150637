import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type AreaSeries, type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type AreaLevel } from '#domain/observations/area-level.js';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { Clock } from '#platform/clock/clock.js';
import { Release } from '#features/releases/release.entity.js';

/** What was known of the figures. */
export interface AsKnown {
  /** Releases published by this instant; now, where none is given. */
  at?: Date;
  /** Counts releases whose hour of publication nobody has said, whenever they were loaded: for judging a day of the past again. */
  undated?: boolean;
  /** Reads inside a transaction, so that a release that it has just written counts. */
  manager?: EntityManager;
}

interface CellRow {
  code: string;
  name: string;
  start: string;
  months: number;
  releaseId: number;
  value: number;
  lower: number | null;
  upper: number | null;
  status: string | null;
}

/** The publisher's marker of a figure that will still change. */
const PROVISIONAL = 'p';

/** Series of figures: of each cell the newest release, and blanks absent. */
@Injectable()
export class ObservationsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One area's series, oldest first. */
  async series({ metricId, areaCode, ...known }: { metricId: number; areaCode: string } & AsKnown): Promise<SeriesPoint[]> {
    const [area] = await this.read('a.code = $4', metricId, areaCode, known);
    return area ? [...area.series] : [];
  }

  /**
   * The series of every area of some levels. An area whose successor has figures of its own is left out: an authority is
   * not counted under its old and its new code.
   * @param country as in the register: `England`; `UK`, or nothing, for all
   */
  async seriesOfAreas({
    metricId,
    levels,
    country,
    ...known
  }: { metricId: number; levels: readonly AreaLevel[]; country?: string } & AsKnown): Promise<AreaSeries[]> {
    const countries = country === undefined || country === 'UK' ? [] : COUNTRIES_OF[country] ?? [country];
    const areas = countries.length === 0 ? 'a.level = ANY($4)' : 'a.level = ANY($4) AND a.country = ANY($5)';
    const found = await this.read(areas, metricId, [...levels], known, countries.length === 0 ? undefined : countries);
    const codes = new Set(found.map(({ code }) => code));
    return found.filter(({ successors }) => !successors.some((code) => codes.has(code))).map(({ code, name, series }) => ({ code, name, series }));
  }

  /** The releases that cells came from, by the cells' keys (`metric/area/period/release`), in the order of their import. */
  async releasesOf(keys: readonly string[]): Promise<Release[]> {
    const ids = new Set(keys.map((key) => Number(key.slice(key.lastIndexOf('/') + 1))).filter(Number.isInteger));
    return this.dataSource.getRepository(Release).find({ where: { id: In([...ids]) }, order: { id: 'ASC' } });
  }

  private async read(
    areas: string,
    metricId: number,
    area: string | string[],
    { at = this.clock.now(), undated = false, manager = this.dataSource.manager }: AsKnown,
    countries?: string[],
  ): Promise<(AreaSeries & { successors: string[] })[]> {
    const rows: (CellRow & { successors: string[] })[] = await manager.query(
      `SELECT * FROM (
         SELECT DISTINCT ON (o.area_id, o.period_start, o.period_months)
                a.code, a.name, a.successors, o.period_start::text AS start, o.period_months AS months,
                o.release_id AS "releaseId", o.value, o.lower, o.upper, o.status
           FROM observations o
           JOIN areas a ON a.id = o.area_id
           JOIN releases_that_count($1, $2, $3) r ON r.release_id = o.release_id
          WHERE o.metric_id = $1 AND ${areas}
          ORDER BY o.area_id, o.period_start, o.period_months, r.rank DESC
       ) newest WHERE value IS NOT NULL ORDER BY code, start, months`,
      [metricId, at, undated, area, ...(countries ? [countries] : [])],
    );
    const found = new Map<string, AreaSeries & { successors: string[]; series: SeriesPoint[] }>();
    for (const row of rows) {
      let of = found.get(row.code);
      if (!of) found.set(row.code, (of = { code: row.code, name: row.name, successors: row.successors, series: [] }));
      of.series.push(pointOf(row, metricId));
    }
    return [...found.values()];
  }
}

const COUNTRIES_OF: Readonly<Record<string, string[]>> = {
  'Great Britain': ['England', 'Scotland', 'Wales'],
  'England and Wales': ['England', 'Wales'],
};

/** Periods repeat in every series; read once each. */
const periods = new Map<string, Period>();

function pointOf(row: CellRow, metricId: number): SeriesPoint {
  const period = periodOf(row.start, row.months);
  return {
    key: `${metricId}/${row.code}/${period.key}/${row.releaseId}`,
    period,
    value: row.value,
    ...(row.lower === null ? {} : { lower: row.lower }),
    ...(row.upper === null ? {} : { upper: row.upper }),
    ...(row.status === PROVISIONAL ? { provisional: true } : {}),
  };
}

/** @throws Error where the database holds what no import writes */
export function periodOf(start: string, months: number): Period {
  const text = months === 0 ? start : `${start}/P${months}M`;
  const known = periods.get(text);
  if (known) return known;
  const period = parsePeriod(text);
  if (!period) throw new Error(`The database holds a period that is none: ${text}`);
  periods.set(text, period);
  return period;
}
