import fc from 'fast-check';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import {
  NAMED_METHODS,
  type NamedMethod,
  type SeriesPoint,
  type TargetRule,
  type TargetToJudge,
} from './target-to-judge.js';
import type { Verdict } from './verdict.js';

/** Targets and series at random, for the properties of verdicts. Baseline 2019, judged in mid-2027, decided by 2030. */

export const TODAY = '2027-06-30';
export const BASELINE = '2019-01-01/P1Y';

export function year(of: number): Period {
  const period = parsePeriod(`${of}-01-01/P1Y`);
  if (!period) throw new Error(String(of));
  return period;
}

export function pointOf(at: number, value: number, halfWidth?: number, cell = 'cell'): SeriesPoint {
  const limits = halfWidth === undefined ? {} : { lower: value - halfWidth, upper: value + halfWidth };
  return { key: `${cell} ${at}`, period: year(at), value, ...limits };
}

export function targetOf(
  rule: TargetRule,
  series: readonly SeriesPoint[],
  change: Partial<TargetToJudge> = {},
): TargetToJudge {
  return {
    direction: 1,
    rule,
    baseline: { periodKey: BASELINE },
    decides: { periodKey: '2030-01-01/P1Y', releaseExpected: '2031-06-30' },
    series,
    unit: '%',
    decimals: 1,
    roundingUnit: 0.25,
    metricName: 'Figure',
    areaName: 'England',
    ...change,
  };
}

/** The series with another figure for one year. */
export function withFigure(
  series: readonly SeriesPoint[],
  at: number,
  value: number,
  halfWidth?: number,
): SeriesPoint[] {
  return [...series.filter(({ period }) => period.key !== year(at).key), pointOf(at, value, halfWidth)];
}

// quarters: exact in binary, so that a law is not broken by the last digit
export const quarter = fc.integer({ min: -400, max: 400 }).map((count) => count / 4);
export const more = fc.integer({ min: 0, max: 200 }).map((count) => count / 4);
export const width = fc.integer({ min: 1, max: 80 }).map((count) => count / 4);
export const halfWidth = fc.option(width, { nil: undefined });
export const method = fc.constantFrom<NamedMethod>(...NAMED_METHODS);
export const previous = fc.constantFrom<Verdict | undefined>(undefined, 'off-track', 'deteriorating', 'on-track');

/** Rules over one series as it is published. */
export const plainRule: fc.Arbitrary<TargetRule> = fc.oneof(
  quarter.map((value): TargetRule => ({ kind: 'level', value })),
  quarter.map((value): TargetRule => ({ kind: 'population-share', value })),
  quarter.map((amount): TargetRule => ({ kind: 'change-by', amount })),
  fc.integer({ min: -100, max: 100 }).map((percent): TargetRule => ({ kind: 'change-by-percent', percent })),
  fc.constant<TargetRule>({ kind: 'direction' }),
);

/** Rules that set the series against another one. */
export const pairRule: fc.Arbitrary<TargetRule> = fc.oneof(
  quarter.map((value): TargetRule => ({ kind: 'ratio', value })),
  fc.integer({ min: 1, max: 100 }).map((byPercent): TargetRule => ({ kind: 'closer-to-comparator', byPercent })),
  fc.constant<TargetRule>({ kind: 'closer-to-comparator' }),
);

/** For a direction of −1: a share below a threshold that is to fall. */
export const shareRule: fc.Arbitrary<TargetRule> = fc.oneof(
  quarter.map((value): TargetRule => ({ kind: 'share-below-threshold', threshold: 5, value })),
  fc.constant<TargetRule>({ kind: 'share-below-threshold', threshold: 5 }),
);

export const seriesFrom = (first: number, cell = 'cell'): fc.Arbitrary<SeriesPoint[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: first, max: 2026 }), quarter, halfWidth), { minLength: 1, maxLength: 10 })
    .map((rows) => [...new Map(rows.map(([at, value, half]) => [at, pointOf(at, value, half, cell)])).values()]);

export const withBaseline = fc
  .tuple(quarter, halfWidth, seriesFrom(2011))
  .map(([value, half, series]) => withFigure(series, 2019, value, half));

/** Any finite numbers at all, in any order, with doubled periods, provisional figures and impossible limits. */
const wild = fc.double({ noNaN: true, noDefaultInfinity: true });
export const wildSeries: fc.Arbitrary<SeriesPoint[]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: 2010, max: 2031 }),
      fc.oneof(wild, quarter),
      fc.option(fc.tuple(wild, wild), { nil: undefined }),
      fc.boolean(),
    )
    .map(([at, value, limits, provisional]) => ({
      ...pointOf(at, value),
      provisional,
      ...(limits ? { lower: limits[0], upper: limits[1] } : {}),
    })),
  { maxLength: 10 },
);

export const wildRule: fc.Arbitrary<TargetRule> = fc.oneof(
  plainRule,
  pairRule,
  shareRule,
  wild.map((value): TargetRule => ({ kind: 'level', value })),
  wild.map((amount): TargetRule => ({ kind: 'change-by', amount })),
  wild.map((percent): TargetRule => ({ kind: 'change-by-percent', percent })),
  wild.map((value): TargetRule => ({ kind: 'ratio', value })),
  fc.constantFrom<TargetRule>(
    { kind: 'binary' },
    { kind: 'undefined' },
    { kind: 'every-area' },
    { kind: 'gap', measure: 'p90-minus-p10' },
    {
      kind: 'worst-areas',
      group: { share: 20, by: 'mean-before-baseline', years: 3 },
      change: { kind: 'improve-most' },
    },
    {
      kind: 'top-areas',
      group: { share: 20, by: 'mean-before-baseline', years: 3 },
      change: { kind: 'change-by', amount: 1 },
    },
  ),
);

/** What may stand beside a series, in its unit. */
export const circumstances: fc.Arbitrary<Partial<TargetToJudge>> = fc.record(
  {
    method,
    previousVerdict: previous,
    naturalLimit: fc.constantFrom(0, 100, 101),
    shockYears: fc.constant([2020, 2021]),
    firstPeriodsOfStandard: fc.constant(['2016-01-01/P1Y']),
    breaks: fc.constantFrom(
      [{ periodKey: '2018-01-01/P1Y', what: 'a new sample' }],
      [{ periodKey: '2023-01-01/P1Y', what: 'a new sample' }],
    ),
    pastRevisions: fc.array(quarter, { maxLength: 5 }),
    countBehind: fc.constantFrom({ kind: 'poisson' as const, events: 100 }),
  },
  { requiredKeys: [] },
);

/** The figures in another unit (factor above 0), or mirrored (−1, limits changing sides). */
export function rescaledSeries(series: readonly SeriesPoint[], factor: number): SeriesPoint[] {
  return series.map((point) => {
    const limits = [point.lower, point.upper].map((limit) => (limit === undefined ? undefined : limit * factor));
    const [low, high] = factor < 0 ? [limits[1], limits[0]] : limits;
    const interval = low === undefined || high === undefined ? {} : { lower: low, upper: high };
    return { key: point.key, period: point.period, value: point.value * factor, ...interval };
  });
}

/** The same demand after every figure was multiplied; of a ratio both sides are, unless it is mirrored. */
export function rescaledRule(rule: TargetRule, factor: number): TargetRule {
  if (rule.kind === 'level' || rule.kind === 'population-share') return { ...rule, value: rule.value * factor };
  if (rule.kind === 'change-by') return { ...rule, amount: rule.amount * factor };
  if (rule.kind === 'change-by-percent') return { ...rule, percent: rule.percent * Math.sign(factor) };
  if (rule.kind === 'ratio') return { ...rule, value: rule.value * Math.sign(factor) };
  if (rule.kind === 'share-below-threshold' && rule.value !== undefined) return { ...rule, value: rule.value * factor };
  return rule;
}

/** The whole target in another unit. */
export function rescaled(target: TargetToJudge, factor: number): TargetToJudge {
  const { second, naturalLimit, pastRevisions } = target;
  return {
    ...target,
    rule: rescaledRule(target.rule, factor),
    series: rescaledSeries(target.series, factor),
    roundingUnit: target.roundingUnit * Math.abs(factor),
    ...(second ? { second: { ...second, series: rescaledSeries(second.series, factor) } } : {}),
    ...(naturalLimit === undefined ? {} : { naturalLimit: naturalLimit * factor }),
    ...(pastRevisions ? { pastRevisions: pastRevisions.map((change) => change * factor) } : {}),
  };
}

/** Higher turned into lower. Of a ratio only the numerator is mirrored: with both sides mirrored it would be the same. */
export function mirrored(target: TargetToJudge): TargetToJudge {
  const mirror = { ...rescaled(target, -1), direction: target.direction === 1 ? (-1 as const) : (1 as const) };
  return target.rule.kind === 'ratio' && target.second ? { ...mirror, second: target.second } : mirror;
}
