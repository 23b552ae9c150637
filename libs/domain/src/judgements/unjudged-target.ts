import { parsePeriod, type Period } from '#domain/observations/period.js';
import { capitalised, dateInWords, duringPeriod, figureInWords, seriesInWords } from './figure-words.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import type { Verdict } from './verdict.js';

/** A verdict that stands on no comparison, with the sentence that says why. */
export interface UnjudgedTarget {
  readonly verdict: Verdict;
  readonly sentence: string;
  /** Opens a data gap. */
  readonly missing?: boolean;
  readonly awaitingUntil?: string;
}

/** @returns why nothing can be computed whatever the figures are, or undefined */
export function refusalOf(target: TargetToJudge): UnjudgedTarget | undefined {
  const { rule, notComparable } = target;
  if (rule.kind === 'undefined') {
    const reason = rule.reason ? `: ${rule.reason.replace(/\.$/, '')}` : '';
    return {
      verdict: 'target-undefined',
      sentence: `The target names no test that figures could pass or fail${reason}.`,
    };
  }
  if (notComparable !== undefined) return notComparableWith(target, notComparable);
  if (parsePeriod(target.decides.periodKey)) return undefined;
  return { verdict: 'target-undefined', sentence: 'The target names no period that decides it.' };
}

/** @param why a clause, or nothing */
export function notComparableWith({ metricName }: Pick<TargetToJudge, 'metricName'>, why: string): UnjudgedTarget {
  const reason = why.trim() === '' ? '' : `: ${why.replace(/\.$/, '')}`;
  const sentence = `The published series, ${metricName}, cannot be compared with the target${reason}.`;
  return { verdict: 'target-not-comparable', sentence };
}

/** Baseline and latest figure stand on different footings. */
export function acrossBreak(
  { metricName }: Pick<TargetToJudge, 'metricName'>,
  { period, what }: { readonly period: Period; readonly what: string },
  baseline: SeriesPoint,
  latest: SeriesPoint,
): UnjudgedTarget {
  const sentence =
    `${capitalised(metricName)} for ${latest.period.label} cannot be compared with the baseline, ${baseline.period.label}: ` +
    `from ${period.label} the series stands on another footing (${what.replace(/\.$/, '')}).`;
  return { verdict: 'target-not-comparable', sentence };
}

export function noFigures(target: TargetToJudge): UnjudgedTarget {
  return { verdict: 'no-data', sentence: `There is no figure for ${seriesInWords(target)}.`, missing: true };
}

export function noBaseline(target: TargetToJudge): UnjudgedTarget {
  const period = parsePeriod(target.baseline.periodKey)?.label ?? target.baseline.periodKey;
  return {
    verdict: 'no-data',
    sentence: `There is no figure for ${seriesInWords(target)} for the baseline, ${period}, so change cannot be measured.`,
    missing: true,
  };
}

/**
 * No figure after the baseline. *Too early* until the first possible one is due: the period a year after the baseline,
 * published as long after its end as the deciding one is (or the next release, where it is known). Later: *no data*.
 */
export function noFigureSince(
  baseline: SeriesPoint,
  target: TargetToJudge,
  decides: Period,
  asOf: string,
): UnjudgedTarget {
  const due = firstFigureDue(baseline.period, target, decides);
  const start = `${figureInWords(baseline.value, target)} ${duringPeriod(baseline.period)}`;
  const series = seriesInWords(target);
  if (asOf <= due) {
    const sentence = `It is too early to judge ${series}: the first figure after the baseline (${start}) is due on ${dateInWords(due)}.`;
    return { verdict: 'too-early', sentence };
  }
  const sentence = `There is no figure for ${series} after the baseline (${start}); one was due by ${dateInWords(due)}.`;
  return { verdict: 'no-data', sentence, missing: true };
}

/** The deciding period is over and its figure is not there. */
export function awaitingFigures(
  target: TargetToJudge,
  decides: Period,
  asOf: string,
  lastKnown: string,
): UnjudgedTarget {
  const expected = target.decides.releaseExpected;
  const when =
    asOf <= expected
      ? `is awaited until ${dateInWords(expected)}`
      : `was due on ${dateInWords(expected)} and is not there`;
  return {
    verdict: 'awaiting-figures',
    sentence: `The figure for ${decides.label}, which decides, ${when}; ${lastKnown}.`,
    awaitingUntil: expected,
  };
}

/** ISO date by which the first figure after the baseline is to be had. */
export function firstFigureDue(baseline: Period, target: Pick<TargetToJudge, 'decides' | 'nextRelease'>, decides: Period): string {
  const next = target.nextRelease && parsePeriod(target.nextRelease.periodKey);
  if (target.nextRelease && next && next.middle > baseline.middle) return target.nextRelease.expectedOn;
  const lag = Math.max(0, Date.parse(target.decides.releaseExpected) - Date.parse(decides.end));
  const yearLater = new Date(`${baseline.end}T00:00:00Z`);
  yearLater.setUTCFullYear(yearLater.getUTCFullYear() + 1);
  return new Date(yearLater.getTime() + (Number.isFinite(lag) ? lag : 0)).toISOString().slice(0, 10);
}
