import { parsePeriod } from '#domain/observations/period.js';
import { distanceSeries, ratioSeries } from './combined-series.js';
import { deflatedSeries } from './deflated-series.js';
import { seriesInWords } from './figure-words.js';
import { pointOfPeriod } from './prepared-series.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { notComparableWith, type UnjudgedTarget } from './unjudged-target.js';

export type ComparableTarget = { readonly target: TargetToJudge } | { readonly refusal: UnjudgedTarget };

/**
 * The target with the figures that it is judged by, which are not always those published: a ratio, the distance to a
 * comparator (to fall, in the better direction of −1), money in the prices of the baseline. To be called once, on the
 * target as it is set.
 */
export function comparableTarget(target: TargetToJudge): ComparableTarget {
  if (target.rule.kind === 'share-below-threshold' && target.direction === 1) return { refusal: contradictory(target) };
  if (target.rule.kind === 'ratio') return setAgainst(target, asRatio);
  if (target.rule.kind !== 'closer-to-comparator') return inRealMoney(target);
  const distance = setAgainst(target, asDistance);
  return 'target' in distance ? inRealMoney(distance.target) : distance;
}

type Second = NonNullable<TargetToJudge['second']>;

function setAgainst(
  target: TargetToJudge,
  build: (target: TargetToJudge, second: Second) => TargetToJudge,
): ComparableTarget {
  const { second } = target;
  if (!second) {
    const sentence = 'The target compares with another series, and does not say with which.';
    return { refusal: { verdict: 'target-undefined', sentence } };
  }
  const built = build(target, second);
  if (built.series.length > 0 || target.series.length === 0) return { target: built };
  const sentence = `There is no period for which both ${seriesInWords(target)} and ${second.name} have a figure.`;
  return { refusal: { verdict: 'no-data', sentence, missing: true } };
}

/** Money over money has no unit, and no price level. */
function asRatio(target: TargetToJudge, second: Second): TargetToJudge {
  return {
    ...target,
    series: ratioSeries({ own: target.series, other: second.series, published: target }),
    metricName: `the ratio of ${inLowerCase(target.metricName)} to ${inLowerCase(second.name)}`,
    unit: '',
    decimals: 2,
    naturalLimit: undefined,
    money: undefined,
  };
}

function asDistance(target: TargetToJudge, second: Second): TargetToJudge {
  return {
    ...target,
    direction: -1,
    series: distanceSeries({ own: target.series, other: second.series, published: target }, target.direction),
    metricName: `the distance to ${second.name} in ${inLowerCase(target.metricName)}`,
    unit: unitOfDistance(target.unit),
    naturalLimit: undefined,
  };
}

function unitOfDistance(unit: string): string {
  if (unit === '%') return 'percentage points';
  return unit.startsWith('Score out of') ? 'points' : unit;
}

/** Without a deflator nothing is judged that asks for constant prices: a rise of prices alone would meet it. */
function inRealMoney(target: TargetToJudge): ComparableTarget {
  const { money, series, areas } = target;
  if (money?.wanted !== 'real' || money.basis === 'real') return { target };
  const { deflator } = money;
  if (!deflator) {
    const why = 'it asks for constant prices, the figures are in money of the day, and no deflator is loaded';
    return { refusal: notComparableWith(target, why) };
  }
  const base = pointOfPeriod(series, target.baseline.periodKey)?.period ?? parsePeriod(target.baseline.periodKey);
  // without a baseline the guard for it has the word
  if (!base) return { target };
  const real = (points: readonly SeriesPoint[]) => deflatedSeries(points, deflator, base, target);
  if (!real([]))
    return { refusal: notComparableWith(target, `the deflator has no figure for the baseline, ${base.label}`) };
  const list = areas?.list.map((area) => ({ ...area, series: real(area.series) ?? [] })) ?? [];
  return {
    target: {
      ...target,
      series: real(series) ?? [],
      ...(areas ? { areas: { ...areas, list } } : {}),
      metricName: `${target.metricName} at ${base.label} prices`,
      money: { ...money, basis: 'real' },
    },
  };
}

function contradictory({ metricName }: TargetToJudge): UnjudgedTarget {
  const sentence = `The target asks for a share below a threshold to fall, and the metric, ${metricName}, says that higher is better.`;
  return { verdict: 'target-undefined', sentence };
}

function inLowerCase(name: string): string {
  return /^[A-Z][a-z]/.test(name) && !/\s[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
