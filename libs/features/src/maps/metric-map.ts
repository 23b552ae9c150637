import { type SuccessorsOf } from '#domain/areas/succession.js';
import { codeWithFigures } from '#domain/benchmarks/followed-places.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { classBreaks, classOf, type MapClass } from '#domain/maps/class-breaks.js';
import { comparePeriods, type Period } from '#domain/observations/period.js';
import { type BoundaryFile, type BoundaryShape } from './boundary-file.entity.js';

/** A place that is drawn. */
export interface MappedPlace {
  shape: BoundaryShape;
  /** Undefined where it has no figure of the period. */
  point: SeriesPoint | undefined;
  /** From 0; -1 without a figure. */
  shade: number;
}

export interface MetricMap {
  period: Period;
  classes: MapClass[];
  /** By name. */
  places: MappedPlace[];
  /** Places of the drawn kind with a figure but without an outline. */
  offMap: number;
}

/** The first of them that shows the most figures is drawn: the finest. */
const LAYERS = ['tile', 'ltla', 'utla', 'rgn', 'ctry'] as const;
const COUNCILS = /^(E0[6-9]|E10|W06|S12|N09)/;

/**
 * What a map of a metric shows: the newest period in which at least half as many councils have a figure as ever had, on the
 * outlines of the year in which most of those figures have one.
 * @param figures by the codes of places
 */
export function metricMap({ shapes }: Pick<BoundaryFile, 'shapes'>, figures: ReadonlyMap<string, readonly SeriesPoint[]>, successors: SuccessorsOf): MetricMap | undefined {
  const councils = new Map([...figures].filter(([code]) => COUNCILS.test(code)));
  const period = periodToDraw(councils.size > 0 ? councils : figures);
  if (!period) return undefined;
  const points = new Map([...figures].flatMap(([code, series]) => {
    const point = series.find((each) => each.period.key === period.key);
    return point ? [[code, point] as const] : [];
  }));
  const codes = new Set(points.keys());
  const drawn = mostFigures(shapes, Number(period.end.slice(0, 4)), (code) => codeWithFigures(code, codes, successors));
  if (!drawn) return undefined;
  const classes = classBreaks(drawn.flatMap(({ under }) => points.get(under ?? '')?.value ?? []));
  const places = drawn.map(({ shape, under }): MappedPlace => {
    const point = points.get(under ?? '');
    return { shape, point, shade: point ? classOf(point.value, classes) : -1 };
  });
  const on = new Set(drawn.map(({ under }) => under));
  const prefixes = new Set(drawn.map(({ shape }) => shape.code.slice(0, 3)));
  return {
    period,
    classes,
    places: places.sort((a, b) => a.shape.name.localeCompare(b.shape.name, 'en-GB') || (a.shape.code < b.shape.code ? -1 : 1)),
    offMap: [...codes].filter((code) => prefixes.has(code.slice(0, 3)) && !on.has(code)).length,
  };
}

function periodToDraw(figures: ReadonlyMap<string, readonly SeriesPoint[]>): Period | undefined {
  const counts = new Map<string, { period: Period; count: number }>();
  for (const series of figures.values()) {
    for (const { period } of series) counts.set(period.key, { period, count: (counts.get(period.key)?.count ?? 0) + 1 });
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  return [...counts.values()].filter(({ count }) => count * 2 >= most).map(({ period }) => period).sort(comparePeriods).at(-1);
}

/** Producers publish old periods on today's boundaries too, so later outlines are tried beside those of the year. */
function mostFigures(shapes: readonly BoundaryShape[], year: number, underOf: (code: string) => string | undefined): { shape: BoundaryShape; under: string | undefined }[] | undefined {
  const named = shapes.map((shape) => ({ shape, under: underOf(shape.code) }));
  const years = [year, ...new Set(shapes.flatMap(({ start }) => (start !== null && start > year ? [start] : [])))].sort((a, b) => a - b);
  const choices = LAYERS.flatMap((layer) => years.map((each) => named.filter(({ shape: { layer: own, start, end } }) => own === layer && (start ?? each) <= each && each <= (end ?? each))));
  const countOf = (choice: typeof named): number => new Set(choice.flatMap(({ under }) => under ?? [])).size;
  const most = Math.max(0, ...choices.map(countOf));
  return most === 0 ? undefined : choices.find((choice) => countOf(choice) === most);
}
