import { changeAtPlace } from '#domain/areas/change-at-place.js';
import { differenceInWords, figureInWords } from '#domain/judgements/figure-words.js';
import { pointOfPeriod } from '#domain/judgements/prepared-series.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, parsePeriod } from '#domain/observations/period.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { type MetricBaseline, type PlaceCell } from '../places.queries.js';
import { placesWords } from '../places.words.js';

const words = placesWords.show;

/** One metric at the place, finished for its row. */
export interface FigureRow {
  /** Of the metric. */
  slug: string;
  metric: { text: string; href: string };
  remarks: string[];
  latest: string;
  period: string;
  interval: string | undefined;
  withheldLater: string | undefined;
  /** In the order of the comparators. */
  beside: string[];
  change: string;
  /** The change is marked: without an interval, only rounding is in its error. */
  roundingOnly: boolean;
  control: string;
  controlNote: string | undefined;
}

/** Places that stand beside: the first of each list that has the figure. */
export interface Comparator {
  heading: string;
  codes: readonly string[];
}

export interface PlaceFigures {
  /** Of the place; the first under which a metric has figures is taken. */
  codes: readonly string[];
  metrics: readonly Metric[];
  cells: readonly PlaceCell[];
  baselines: readonly MetricBaseline[];
  comparators: readonly Comparator[];
}

/** The rows of metrics with a figure at the place, by name; and the metrics without one. */
export function figureRows(figures: PlaceFigures): { rows: FigureRow[]; without: Metric[] } {
  const sorted = figures.metrics.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const found = sorted.map((metric) => ({ metric, row: figureRow(metric, figures) }));
  return { rows: found.flatMap(({ row }) => row ?? []), without: found.filter(({ row }) => !row).map(({ metric }) => metric) };
}

/** Why a blank cell is blank, in words. */
export function reasonOfBlank(status: string | null): string {
  const marker = (status ?? '').replaceAll(/[[\]\s]/g, '').toLowerCase();
  return marker === '' ? placesWords.statusBlank : (placesWords.statuses[marker] ?? placesWords.statusUnknown(marker));
}

function figureRow(metric: Metric, { codes, cells, metrics, baselines, comparators }: PlaceFigures): FigureRow | undefined {
  const ofMetric = cells.filter(({ metricId }) => metricId === metric.id);
  const code = codes.find((each) => ofMetric.some(({ area, value }) => area.code === each && value !== null));
  const own = ofMetric.filter(({ area }) => area.code === code).sort((a, b) => comparePeriods(a.period, b.period));
  const points = own.flatMap((cell) => pointOf(cell) ?? []);
  const latest = points.at(-1);
  if (code === undefined || !latest) return undefined;
  const last = own.at(-1);
  return {
    slug: metric.slug,
    metric: { text: metric.name, href: metricsPaths.area(metric.slug, code) },
    remarks: remarksOf(metric, metrics),
    latest: `${figureInWords(latest.value, metric)}${latest.provisional ? ` (${words.provisional})` : ''}`,
    period: latest.period.label,
    interval: latest.lower === undefined || latest.upper === undefined ? undefined : intervalText(latest.lower, latest.upper, metric),
    withheldLater: last && last.value === null && last.period.start > latest.period.start ? words.withheldLater(last.period.label, reasonOfBlank(last.status)) : undefined,
    beside: comparators.map(({ codes }) => besideText(metric, latest, codes, ofMetric)),
    ...changeOf(metric, points, latest, baselines.find(({ metricId }) => metricId === metric.id)),
    control: metric.placeControl === null ? words.controlUnsaid : (words.control[metric.placeControl] ?? ''),
    controlNote: metric.placeControlNote ?? undefined,
  };
}

function remarksOf(metric: Metric, metrics: readonly Metric[]): string[] {
  const headline = metrics.find(({ slug }) => slug === metric.proxyFor);
  return [...(headline ? [`${words.proxy(headline.name)}. ${metric.proxyNote ?? ''}`.trim()] : []), ...(metric.exploratory ? [words.exploratory] : [])];
}

/** A unit that is a word stands once, after the upper end. */
function intervalText(lower: number, upper: number, metric: Metric): string {
  const sign = /^[%£]/.test(metric.unit);
  return words.interval(figureInWords(lower, sign ? metric : { ...metric, unit: '' }), figureInWords(upper, metric));
}

function besideText(metric: Metric, latest: SeriesPoint, codes: readonly string[], cells: readonly PlaceCell[]): string {
  const cell = codes.flatMap((code) => cells.find(({ area, period, value }) => area.code === code && period.key === latest.period.key && value !== null) ?? [])[0];
  return cell?.value == null ? words.notThere : figureInWords(cell.value, metric);
}

function changeOf(metric: Metric, points: readonly SeriesPoint[], latest: SeriesPoint, baseline: MetricBaseline | undefined): Pick<FigureRow, 'change' | 'roundingOnly'> {
  const plain = (change: string): Pick<FigureRow, 'change' | 'roundingOnly'> => ({ change, roundingOnly: false });
  if (!baseline) return plain(words.noBaseline);
  const label = parsePeriod(baseline.period)?.label ?? baseline.period;
  const before = pointOfPeriod(points, baseline.period);
  if (!before) return plain(words.noBaselineFigure(label));
  if (comparePeriods(before.period, latest.period) >= 0) return plain(words.baselineIsLatest);
  const seriesBreaks = [...metric.seriesBreaks, ...baseline.breaks.map((from) => ({ from }))];
  const change = changeAtPlace(before, latest, { direction: metric.direction, roundingUnit: metric.roundingUnit, seriesBreaks });
  if (!change) return plain(words.notComparable);
  const amount = differenceInWords(change.difference, metric);
  const moved = change.difference === 0 ? words.same(label) : change.difference > 0 ? words.up(amount, label) : words.down(amount, label);
  const { roundingOnly } = change;
  return { change: `${moved}: ${words.shown[change.shown]}${roundingOnly ? ` (${words.roundingOnly})` : ''}`, roundingOnly };
}

function pointOf({ metricId, area, period, value, lower, upper, status, release }: PlaceCell): SeriesPoint | undefined {
  if (value === null) return undefined;
  return {
    key: `${metricId}/${area.code}/${period.key}/${release.id}`,
    period,
    value,
    ...(lower === null ? {} : { lower }),
    ...(upper === null ? {} : { upper }),
    ...(status === 'p' ? { provisional: true } : {}),
  };
}
