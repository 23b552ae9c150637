import { capitalised, figureInWords, unitInWords } from '#domain/judgements/figure-words.js';
import { milestoneValues, type InterimPath, pathFrom } from '#domain/judgements/path.js';
import { pointOfPeriod } from '#domain/judgements/prepared-series.js';
import { type SeriesPoint, type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, parsePeriod } from '#domain/observations/period.js';
import { spanInWords } from '#features/metrics/span-in-words.js';
import { type FigureTable } from '#platform/charts/chart-figure.js';
import { type SeriesChart } from '#platform/charts/chart-shape.js';
import { linePieces } from '#platform/charts/line-pieces.js';
import { missionsWords as words } from './missions.words.js';

/** The picture of a target's series before it is drawn. */
export interface TargetChart {
  chart: SeriesChart;
  notes: string[];
  table: FigureTable;
}

/** @returns undefined where there is no figure. @param headline the news of the picture */
export function targetChart(target: TargetToJudge, headline: string): TargetChart | undefined {
  const points = target.series.toSorted((a, b) => comparePeriods(a.period, b.period));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  const baseline = pointOfPeriod(points, target.baseline.periodKey);
  const path = target.notComparable === undefined && baseline ? pathFrom({ value: baseline.value, at: baseline.period.middle }, target) : undefined;
  const subtitle = `${capitalised(target.metricName)}, ${target.areaName}, ${spanInWords(first.period, last.period)}`;
  const chart: SeriesChart = {
    title: headline,
    subtitle,
    yTitle: unitInWords(target.unit),
    roundingUnit: target.roundingUnit,
    series: [{ name: target.areaName, points: points.map(chartPoint) }],
    ...(path ? { path: path.knots.map(({ at, value }) => ({ x: at, value })), milestones: milestonesOf(target), pathName: pathNameOf(target) } : {}),
    ...targetMark(target, path),
    ...(target.breaks?.length ? { breaks: breaksOf(target) } : {}),
  };
  return { chart, notes: notesOf(target, points, path), table: figureTable(target, points, subtitle) };
}

function chartPoint({ period, value, lower, upper, provisional }: SeriesPoint): SeriesChart['series'][number]['points'][number] {
  return {
    x: period.middle,
    label: period.label,
    value,
    ...(lower !== undefined && upper !== undefined ? { lower, upper } : {}),
    ...(provisional ? { provisional } : {}),
  };
}

/** A break stands at the first day of the first period on the new footing. */
function breaksOf({ breaks = [] }: TargetToJudge): NonNullable<SeriesChart['breaks']> {
  return breaks.flatMap(({ periodKey }) => {
    const period = parsePeriod(periodKey);
    return period ? [{ x: period.start, label: words.targets.break }] : [];
  });
}

/** A direction has no value to reach: its path lies flat and ends nowhere. */
function targetMark(target: TargetToJudge, path: InterimPath | undefined): Pick<SeriesChart, 'target'> {
  const decides = parsePeriod(target.decides.periodKey);
  if (!path || !decides || target.rule.kind === 'direction') return {};
  const value = figureInWords(path.target, target, 1);
  return { target: { x: decides.middle, value: path.target, label: `Target: ${value}, ${decides.label}` } };
}

function pathNameOf({ rule }: TargetToJudge): string {
  return rule.kind === 'direction' ? words.targets.baselineLine : words.targets.pathLine;
}

function milestonesOf(target: TargetToJudge): NonNullable<SeriesChart['milestones']> {
  if (target.rule.kind === 'direction') return [];
  return milestoneValues(target).map(({ period, kind, value }) => ({
    x: period.middle,
    value,
    label: kind === 'derived' ? `Milestone ${period.label}` : `Interim target ${period.label}`,
  }));
}

function notesOf(target: TargetToJudge, points: readonly SeriesPoint[], path: InterimPath | undefined): string[] {
  const milestones = path && target.rule.kind !== 'direction' ? (target.milestones ?? []) : [];
  const notes: [boolean, string][] = [
    [true, points.some(({ lower }) => lower !== undefined) ? words.targets.band : words.targets.noBand],
    [path !== undefined && target.rule.kind !== 'direction', words.targets.path],
    [milestones.some(({ kind }) => kind === 'derived'), words.targets.milestone],
    [milestones.some(({ kind }) => kind === 'interim-target'), words.targets.interim],
    [points.some(({ provisional }) => provisional), words.targets.provisional],
    [linePieces(points.map(({ period }) => ({ x: period.middle }))).length > 1, words.targets.gap],
    ...(target.breaks ?? []).map(({ periodKey, what }): [boolean, string] => [true, words.targets.breakNote(parsePeriod(periodKey)?.label ?? periodKey, what)]),
  ];
  return notes.filter(([applies]) => applies).map(([, note]) => note);
}

function figureTable(target: TargetToJudge, points: readonly SeriesPoint[], caption: string): FigureTable {
  const intervals = points.some(({ lower }) => lower !== undefined);
  const provisional = points.some((point) => point.provisional);
  const cell = (value: number | undefined): { text: string; numeric: boolean } => ({
    text: value === undefined ? 'not published' : figureInWords(value, target),
    numeric: true,
  });
  const head = ['Period', 'Figure', ...(intervals ? ['95% interval from', 'to'] : []), ...(provisional ? ['Status'] : [])];
  return {
    caption,
    head: head.map((text) => ({ text, numeric: text !== 'Period' && text !== 'Status' })),
    rows: points.map((point) => ({
      heading: point.period.label,
      cells: [
        cell(point.value),
        ...(intervals ? [cell(point.lower), cell(point.upper)] : []),
        ...(provisional ? [{ text: point.provisional ? 'Provisional' : 'Final', numeric: false }] : []),
      ],
    })),
  };
}
