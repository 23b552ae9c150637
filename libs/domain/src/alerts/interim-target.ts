import { type Period } from '#domain/observations/period.js';
import { comparableTarget } from '#domain/judgements/comparable-target.js';
import { capitalised, duringPeriod, figureInWords, seriesInWords } from '#domain/judgements/figure-words.js';
import { isReached } from '#domain/judgements/interim-path.js';
import { milestoneValues } from '#domain/judgements/path.js';
import { pointOfPeriod, usableSeries } from '#domain/judgements/prepared-series.js';
import type { TargetToJudge } from '#domain/judgements/target-to-judge.js';
import type { AlertFact } from './alert-fact.js';

/** How an interim target that government set has turned out: *awaiting* until its final figure is there. */
export interface InterimOutcome {
  readonly period: Period;
  readonly outcome: 'met' | 'missed' | 'awaiting';
  readonly asked: number;
  readonly value?: number;
}

/**
 * Every interim target whose period is over, oldest first. Milestones that lie on the path and were set by nobody are none. A
 * provisional figure decides nothing; of a change, what is asked is counted from the baseline. Rules over areas have no one figure to be held against.
 * @param asOf ISO date; figures of periods not over by then are left out
 */
export function interimOutcomes(target: TargetToJudge, asOf: string): InterimOutcome[] {
  if (target.areas) return [];
  const comparable = comparableTarget(target);
  if ('refusal' in comparable) return [];
  const { series, direction } = comparable.target;
  return milestoneValues(comparable.target)
    .filter(({ kind, period }) => kind === 'interim-target' && period.end < asOf)
    .toSorted((a, b) => a.period.middle - b.period.middle)
    .map(({ period, value: asked }) => {
      const figure = pointOfPeriod(usableSeries(series, asOf), period.key);
      if (!figure || figure.provisional === true) return { period, asked, outcome: 'awaiting' };
      return { period, asked, value: figure.value, outcome: isReached(figure.value, asked, direction) ? 'met' : 'missed' };
    });
}

export function interimSentence({ period, asked, value }: InterimOutcome, target: TargetToJudge): string {
  const reached = value === undefined ? 'no figure' : figureInWords(value, target, 1);
  return `${capitalised(seriesInWords(target))} was to be ${figureInWords(asked, target)} ${duringPeriod(period)}, an interim target that government set; it was ${reached}, so it was missed.`;
}

export function interimFacts({ period, asked, value }: InterimOutcome, target: TargetToJudge): AlertFact[] {
  return [
    { name: 'Interim target', value: `${figureInWords(asked, target)} ${duringPeriod(period)}` },
    ...(value === undefined ? [] : [{ name: 'Figure', value: figureInWords(value, target, 1) }]),
  ];
}
