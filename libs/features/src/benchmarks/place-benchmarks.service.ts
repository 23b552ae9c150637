import { Injectable } from '@nestjs/common';
import { isLocalAuthority, tierClassOf } from '#domain/areas/area-kind.js';
import { currentCodes, type SuccessorsOf } from '#domain/areas/succession.js';
import { type Benchmark, benchmarkOf } from '#domain/benchmarks/benchmark.js';
import { codeWithFigures, followedNeighbours } from '#domain/benchmarks/followed-places.js';
import { type PeerFigure } from '#domain/benchmarks/peer-figure.js';
import { standardErrorOf } from '#domain/judgements/standard-error.js';
import { levelsOfTiers } from '#domain/observations/area-level.js';
import { comparePeriods, type Period } from '#domain/observations/period.js';
import { type Area } from '#features/areas/area.entity.js';
import { AreasQueries, type NearestAreas } from '#features/areas/areas.queries.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { seriesOnce } from '#features/observations/area-series.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AuthorityFigure, BenchmarkFiguresQueries } from './benchmark-figures.queries.js';

/** A place with those it is held against. */
export interface PlaceAmongOthers {
  area: Area;
  authorities: ReadonlyMap<string, Area>;
  successors: SuccessorsOf;
  /** Undefined where no fair list holds it. */
  published: NearestAreas | undefined;
  /** Codes of today, the nearest first. */
  neighbours: string[];
}

/** What stands beside a place's figure in one period. */
export interface BenchmarkInPeriod {
  period: Period;
  benchmark: Benchmark;
  /** By the code of the neighbour in the place's list. */
  figures: ReadonlyMap<string, PointOfPlace>;
  /** Some figure has no published interval: only rounding is in its error. */
  roundingOnly: boolean;
}

export interface PointOfPlace {
  value: number;
  lower?: number;
  upper?: number;
}

/** Holds places against those most like them. */
@Injectable()
export class PlaceBenchmarks {
  constructor(
    private readonly areas: AreasQueries,
    private readonly figures: BenchmarkFiguresQueries,
    private readonly observations: ObservationsQueries,
  ) {}

  /** @throws ApplicationError where there is no such place */
  async place(code: string): Promise<PlaceAmongOthers> {
    const area = await this.areas.shown(code);
    if (!area) throw ApplicationError.notFound('That place');
    const known = isLocalAuthority(code) ? await this.figures.authorities() : [];
    const authorities = new Map(known.map((each) => [each.code, each]));
    const successors = new Map(known.flatMap(({ code: from, successors: after }) => (after.length > 0 ? [[from, after] as const] : [])));
    const published = isLocalAuthority(code) ? await this.publishedOf(code, successors) : undefined;
    return { area, authorities, successors, published, neighbours: followedNeighbours(code, published?.areas.map((neighbour) => neighbour.code) ?? [], successors) };
  }

  /** Of each metric in the newest period in which the place has a figure, by the metric's id. */
  async latest(place: PlaceAmongOthers, metrics: readonly Metric[]): Promise<Map<number, BenchmarkInPeriod>> {
    const codes = new Set([place.area.code, ...[...place.authorities.keys()].filter((code) => codeWithFigures(place.area.code, new Set([code]), place.successors) === code)]);
    const rows = await this.figures.latest([...codes].flatMap((code) => place.authorities.get(code)?.id ?? []));
    const byMetric = grouped(rows, ({ metricId }) => metricId);
    return new Map(metrics.flatMap((metric) => {
      const found = inPeriod(place, metric, byMetric.get(metric.id) ?? []);
      return found ? [[metric.id, found] as const] : [];
    }));
  }

  /** Of one metric in every period in which the place has a figure, oldest first. */
  async overTime(place: PlaceAmongOthers, metric: Metric): Promise<BenchmarkInPeriod[]> {
    const areas = [...place.authorities.values()];
    const series = seriesOnce(areas, await this.observations.figures({ metricId: metric.id, areas }));
    const cells = series.flatMap(({ code, series: points }) => points.map(({ period, value, lower, upper }) => ({ metricId: metric.id, code, period, value, ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) })));
    const periods = [...grouped(cells, ({ period }) => period.key).values()];
    return periods.flatMap((figures) => inPeriod(place, metric, figures) ?? []).sort((a, b) => comparePeriods(a.period, b.period));
  }

  /** A list may hold only the code that a place was given anew. */
  private async publishedOf(code: string, successors: SuccessorsOf): Promise<NearestAreas | undefined> {
    const own = await this.areas.neighboursOf(code);
    const [only, ...others] = currentCodes(code, successors);
    return own ?? (only !== undefined && only !== code && others.length === 0 ? this.areas.neighboursOf(only) : undefined);
  }
}

function inPeriod(place: PlaceAmongOthers, metric: Metric, cells: readonly AuthorityFigure[]): BenchmarkInPeriod | undefined {
  const { area, authorities, successors, neighbours } = place;
  const all = new Set(cells.map(({ code }) => code));
  // an authority is not counted under its old and its new code
  const kept = cells.filter(({ code }) => !(successors.get(code) ?? []).some((after) => all.has(after)));
  const codes = new Set(kept.map(({ code }) => code));
  const own = codeWithFigures(area.code, codes, successors);
  const [first] = kept;
  if (own === undefined || !first) return undefined;
  const bases = new Set<string>();
  const figures = kept.map((cell): PeerFigure => {
    const { se, basis } = standardErrorOf(cell, { roundingUnit: metric.roundingUnit });
    bases.add(basis);
    return { code: cell.code, value: cell.value, se };
  });
  const levels = new Set<string>(levelsOfTiers([area.level === 'upper-tier' || (area.level === 'unitary' && metric.geography === 'utla') ? 'utla' : 'ltla']));
  const those = (test: (each: Area) => boolean): Set<string> => new Set([...codes].flatMap((code) => authorities.get(code) ?? []).filter(test).map(({ code }) => code));
  const named = neighbours.map((code) => ({ code, under: codeWithFigures(code, codes, successors) ?? code }));
  const benchmark = benchmarkOf(figures, {
    place: own,
    neighbours: named.map(({ under }) => under),
    english: those(({ country, level }) => country === 'England' && levels.has(level)),
    ofClass: those(({ code }) => tierClassOf(code) === tierClassOf(area.code)),
    direction: metric.direction,
  });
  const cellsByCode = new Map(kept.map((cell) => [cell.code, cell]));
  const ofPlaces = [{ code: area.code, under: own }, ...named].map(({ code, under }) => [code, cellsByCode.get(under)] as const);
  const known = new Map(ofPlaces.flatMap(([code, cell]) => (cell ? [[code, cell] as const] : [])));
  return benchmark && { period: first.period, benchmark, figures: known, roundingOnly: bases.has('rounding') };
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
