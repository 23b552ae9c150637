import { parsePeriod } from '#domain/observations/period.js';
import type { AreaSeries, SeriesPoint, TargetRule, TargetToJudge } from './target-to-judge.js';

/** Areas for the specs of rules over areas. Baseline 2019, judged in mid-2026. */

export const AREAS_AS_OF = '2026-06-26';

/** se 0.5 where no other is said: limits 0.98 away, and 1.96 of them. */
export function figuresOf(code: string, figures: Readonly<Record<number, number>>, se: number | undefined = 0.5): SeriesPoint[] {
  return Object.entries(figures).flatMap(([year, value]) => {
    const period = parsePeriod(`${year}-01-01/P1Y`);
    const limits = se === undefined ? {} : { lower: value - 1.96 * se, upper: value + 1.96 * se };
    return period ? [{ key: `${code} ${year}`, period, value, ...limits }] : [];
  });
}

export function areaOf(code: string, figures: Readonly<Record<number, number>>, more: Partial<AreaSeries> = {}): AreaSeries {
  return { code, name: code, series: figuresOf(code, figures), ...more };
}

/** One area a row, A0, A1, …: the figure of each year in turn. */
export function areasOf(years: readonly number[], rows: readonly (readonly number[])[], more: (index: number) => Partial<AreaSeries> = () => ({})): AreaSeries[] {
  return rows.map((row, index) => areaOf(`A${index}`, Object.fromEntries(row.map((value, at) => [years[at] ?? 0, value])), more(index)));
}

export function overAreas(rule: TargetRule, list: readonly AreaSeries[], change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    direction: 1,
    rule,
    baseline: { periodKey: '2019-01-01/P1Y' },
    decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    series: [],
    areas: { expected: list.length, list },
    unit: '%',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'Employment rate',
    areaName: 'the local authorities of the UK',
    ...change,
  };
}

export const WORST = { share: 20, by: 'mean-before-baseline', years: 3 } as const;

/** Every kind of rule over areas. */
export const AREA_RULES: readonly TargetRule[] = [
  { kind: 'every-area', change: 'better' },
  ...(['variance-between-areas', 'p90-minus-p10', 'top-against-rest', 'ratio', 'slope-over-deprivation', 'highest-minus-lowest'] as const).flatMap(
    (measure): TargetRule[] => [
      { kind: 'gap', measure },
      { kind: 'gap', measure, byPercent: 20, beside: ['variance-between-areas', 'slope-over-deprivation'] },
    ],
  ),
  ...(['worst-areas', 'top-areas'] as const).flatMap((kind): TargetRule[] => [
    { kind, group: WORST, change: { kind: 'change-by-percent', percent: 10 } },
    { kind, group: WORST, change: { kind: 'change-by', amount: 5 } },
    { kind, group: WORST, change: { kind: 'level', value: 60 } },
    { kind, group: WORST, change: { kind: 'improve-most' } },
  ]),
];
