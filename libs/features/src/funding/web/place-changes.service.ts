import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SuccessorsOf } from '#domain/areas/succession.js';
import { type SeriesBreak, type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { periodOf } from '#features/observations/stored-period.js';
import { SeriesBreaksQueries } from '#features/releases/series-breaks.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { type MetricAtPlaces, metricAtPlaces } from './place-changes.js';
import { type FundedArea } from './funded-areas.js';

/** A metric of targets that a fund is meant to serve, and where its change is counted from. */
interface ServedMetric {
  metric: Metric;
  baseline: string;
}

/** Figures of places from the month of the baseline on, the release that counts most last. */
const FIGURES = `
  SELECT w.metric_id AS metric, a.code, to_char(o.period_start, 'YYYY-MM-DD') AS start, o.period_months AS months, o.value, o.lower, o.upper
    FROM unnest($1::integer[], $2::date[]) AS w (metric_id, since)
    CROSS JOIN LATERAL releases_that_count(w.metric_id, $3) r
    JOIN observations o ON o.metric_id = w.metric_id AND o.release_id = r.release_id AND o.period_start >= w.since
    JOIN areas a ON a.id = o.area_id
   WHERE a.code = ANY ($4)
   ORDER BY r.rank`;

interface FigureRow {
  metric: number;
  code: string;
  start: string;
  months: number;
  value: number | string | null;
  lower: number | string | null;
  upper: number | string | null;
}

/** Reads how the metrics that a fund is meant to serve have moved at each place that could get some of it, in three statements. */
@Injectable()
export class PlaceChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly breaks: SeriesBreaksQueries,
    private readonly clock: Clock,
  ) {}

  async of(missions: readonly Mission[], areas: readonly FundedArea[]): Promise<MetricAtPlaces[]> {
    const served = servedMetrics(missions);
    if (served.length === 0 || areas.length === 0) return [];
    const ids = served.map(({ metric }) => metric.id);
    const successors = await this.successors();
    const codes = areas.map(({ code }) => code);
    const [rows, breaks] = await Promise.all([
      this.dataSource.query<FigureRow[]>(FIGURES, [ids, served.map(({ baseline }) => `${baseline.slice(0, 7)}-01`), this.clock.now(), [...new Set([...codes, ...formerCodes(codes, successors), ...codes.flatMap((code) => successors.get(code) ?? [])])]]),
      this.breaks.of(ids),
    ]);
    const figures = figuresByMetric(rows);
    return served.map(({ metric, baseline }) => metricAtPlaces({ metric, baseline, breaks: (breaks.get(metric.id) ?? []) satisfies readonly SeriesBreak[], figures: figures.get(metric.id) ?? new Map<string, SeriesPoint[]>(), areas, successors }));
  }

  private async successors(): Promise<SuccessorsOf> {
    const rows: { code: string; successors: string[] }[] = await this.dataSource.query(`SELECT code, successors FROM areas WHERE successors <> '{}'`);
    return new Map(rows.map(({ code, successors }) => [code, successors]));
  }
}

/** Each metric once, from the earliest baseline of its targets. */
function servedMetrics(missions: readonly Mission[]): ServedMetric[] {
  const found = new Map<number, ServedMetric>();
  for (const { metric, baseline } of missions.flatMap(({ targets }) => targets.toSorted((one, other) => one.position - other.position))) {
    if (!metric || !baseline?.period) continue;
    const known = found.get(metric.id);
    if (!known || baseline.period < known.baseline) found.set(metric.id, { metric, baseline: baseline.period });
  }
  return [...found.values()];
}

function formerCodes(codes: readonly string[], successors: SuccessorsOf): string[] {
  const wanted = new Set(codes);
  return [...successors].flatMap(([code, after]) => (after.some((each) => wanted.has(each)) ? [code] : []));
}

function figuresByMetric(rows: readonly FigureRow[]): Map<number, Map<string, SeriesPoint[]>> {
  const cells = new Map<number, Map<string, Map<string, SeriesPoint>>>();
  for (const { metric, code, start, months, value, lower, upper } of rows) {
    const period = periodOf(start, months);
    const ofMetric = cells.get(metric) ?? new Map<string, Map<string, SeriesPoint>>();
    cells.set(metric, ofMetric);
    const ofPlace = ofMetric.get(code) ?? new Map<string, SeriesPoint>();
    ofMetric.set(code, ofPlace);
    if (value === null) {
      // a newer release that leaves it blank takes the figure back
      ofPlace.delete(period.key);
      continue;
    }
    const limits = lower === null || upper === null ? {} : { lower: Number(lower), upper: Number(upper) };
    ofPlace.set(period.key, { key: `${metric}/${code}/${period.key}`, period, value: Number(value), ...limits });
  }
  return new Map([...cells].map(([metric, places]) => [metric, new Map([...places].map(([code, points]) => [code, [...points.values()]]))]));
}
