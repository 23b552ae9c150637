import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { periodOf } from '#features/observations/stored-period.js';
import { Clock } from '#platform/clock/clock.js';

/** A cell of one area's series with what was published for it before. */
export interface AreaCell {
  area: { code: string; name: string; level: string };
  period: Period;
  /** Null where the publisher left it blank; then `status` says why. */
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** The publisher's marker, as in the file. */
  status: string | null;
  note: string | null;
  releaseId: number;
  /** What it was first published as, where a later release moved it. */
  revisedFrom: number | null;
}

/** A cell that a verdict stands on, at the release that the verdict names. */
export interface UsedCell extends Omit<AreaCell, 'revisedFrom'> {
  /** As in `Judgement.inputs`. */
  key: string;
  metricId: number;
}

interface CellRow {
  code: string;
  name: string;
  level: string;
  start: string;
  months: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
  status: string | null;
  note: string | null;
  releaseId: number;
}

interface VersionRow extends CellRow {
  /** Null where the release no longer counts. */
  rank: string | null;
}

const COLUMNS = `a.code, a.name, a.level, to_char(o.period_start, 'YYYY-MM-DD') AS start, o.period_months AS months,
       o.value, o.lower, o.upper, o.status, o.note, o.release_id AS "releaseId"`;

/** Whole series of a few areas, and cells by their keys. Both go by the key of the table, however many areas a metric has. */
@Injectable()
export class AreaCellsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Of each cell the newest, with what it was first; one statement.
   * @param codes of areas; those without figures are absent
   * @param at from the releases that were public then
   */
  async ofAreas(metricId: number, codes: readonly string[], at = this.clock.now()): Promise<AreaCell[]> {
    const rows: VersionRow[] = await this.dataSource.query(
      `WITH counting AS MATERIALIZED (SELECT release_id, rank FROM releases_that_count($1, $3)),
            known AS MATERIALIZED (
              SELECT r.id, COALESCE(r.published_at, r.imported_at) AS at, counting.rank,
                     max(CASE WHEN rm.starts_new_series THEN COALESCE(r.published_at, r.imported_at) END) OVER () AS series_began
                FROM release_metrics rm
                JOIN releases r ON r.id = rm.release_id
                LEFT JOIN counting ON counting.release_id = r.id
               WHERE rm.metric_id = $1 AND COALESCE(r.published_at, r.imported_at) <= $3)
       SELECT ${COLUMNS}, known.rank
         FROM areas a
         JOIN LATERAL (SELECT * FROM observations o WHERE o.metric_id = $1 AND o.area_id = a.id) o ON true
         JOIN known ON known.id = o.release_id AND (known.series_began IS NULL OR known.at >= known.series_began)
        WHERE a.code = ANY($2)
        ORDER BY a.code, o.period_start, o.period_months, known.at, known.id`,
      [metricId, codes, at],
    );
    return newestOf(rows);
  }

  /** The cells behind verdicts, by their keys (`metric/area/period/release`); a key that is none is left out. One statement. */
  async byKeys(keys: readonly string[]): Promise<UsedCell[]> {
    const wanted = keys.flatMap((key) => partsOf(key) ?? []);
    if (wanted.length === 0) return [];
    const rows: (CellRow & { key: string; metricId: number })[] = await this.dataSource.query(
      `SELECT wanted.key, o.metric_id AS "metricId", ${COLUMNS}
         FROM unnest($1::text[], $2::integer[], $3::text[], $4::date[], $5::smallint[], $6::integer[]) AS wanted (key, metric_id, code, start, months, release_id)
         JOIN areas a ON a.code = wanted.code
         JOIN observations o ON o.metric_id = wanted.metric_id AND o.area_id = a.id AND o.period_start = wanted.start
              AND o.period_months = wanted.months AND o.release_id = wanted.release_id
        ORDER BY o.metric_id, a.code, o.period_start, o.period_months`,
      [
        wanted.map(({ key }) => key),
        wanted.map(({ metricId }) => metricId),
        wanted.map(({ code }) => code),
        wanted.map(({ period }) => period.start),
        wanted.map(({ period }) => period.months),
        wanted.map(({ releaseId }) => releaseId),
      ],
    );
    return rows.map(({ key, metricId, ...row }) => ({ key, metricId, ...cellOf(row) }));
  }
}

/** @param rows of each cell the oldest version first */
function newestOf(rows: readonly VersionRow[]): AreaCell[] {
  const versions = new Map<string, VersionRow[]>();
  for (const row of rows) {
    const name = `${row.code}/${row.start}/${row.months}`;
    versions.set(name, [...(versions.get(name) ?? []), row]);
  }
  return [...versions.values()].flatMap((found) => {
    const newest = found.toReversed().find(({ rank }) => rank !== null);
    if (!newest) return [];
    const first = found.find(({ value }) => value !== null)?.value ?? null;
    const revised = first !== null && newest.value !== null && Math.abs(first - newest.value) > 1e-9 * Math.max(Math.abs(first), Math.abs(newest.value));
    return [{ ...cellOf(newest), revisedFrom: revised ? first : null }];
  });
}

function cellOf({ code, name, level, start, months, ...cell }: CellRow): Omit<AreaCell, 'revisedFrom'> {
  const { value, lower, upper, status, note, releaseId } = cell;
  return { area: { code, name, level }, period: periodOf(start, months), value, lower, upper, status, note, releaseId };
}

/** `<metric>/<area>/<period>/<release>`, where the period itself may hold a slash. */
function partsOf(key: string): { key: string; metricId: number; code: string; period: Period; releaseId: number } | undefined {
  const [metric = '', code = '', ...rest] = key.split('/');
  const releaseId = Number(rest.pop());
  const metricId = Number(metric);
  const period = parsePeriod(rest.join('/'));
  return period && Number.isInteger(metricId) && Number.isInteger(releaseId) ? { key, metricId, code, period, releaseId } : undefined;
}
