import { comparableTarget } from '#domain/judgements/comparable-target.js';
import { capitalised, duringPeriod, figureInWords, seriesInWords } from '#domain/judgements/figure-words.js';
import { isReached } from '#domain/judgements/interim-path.js';
import { milestoneValues } from '#domain/judgements/path.js';
import { pointOfPeriod, usableSeries } from '#domain/judgements/prepared-series.js';
import { type TargetToJudge } from '#domain/judgements/target-to-judge.js';

/** How an interim target has turned out by its final figure. */
export interface InterimFinding {
  readonly outcome: 'met' | 'missed';
  /** One sentence of plain English. */
  readonly sentence: string;
  /** Keys of the cells of the figure that decides. */
  readonly inputs: readonly string[];
}

/**
 * Holds the final figure of an interim target's period against it. An interim target is set in the terms of its rule: of a change
 * it is the part that is due by then. A provisional figure decides nothing.
 * @param period key of the period
 * @param asOf ISO date; figures of periods not over by then are left out
 * @returns undefined while the figure, or the baseline that a change is counted from, is not there
 */
export function interimFinding(target: TargetToJudge, period: string, asOf: string): InterimFinding | undefined {
  const comparable = comparableTarget(target);
  if ('refusal' in comparable) return undefined;
  const judged = { ...comparable.target, series: usableSeries(comparable.target.series, asOf) };
  const milestone = milestoneValues(judged).find((each) => each.kind === 'interim-target' && each.period.key === period);
  const figure = pointOfPeriod(judged.series, period);
  if (!milestone || !figure || figure.provisional === true) return undefined;
  const outcome = isReached(figure.value, milestone.value, judged.direction) ? 'met' : 'missed';
  const sentence =
    `${capitalised(seriesInWords(target))} was to be ${figureInWords(milestone.value, target, 1)} ${duringPeriod(figure.period)}; ` +
    `it was ${figureInWords(figure.value, target, 1)}, so the interim target was ${outcome}.`;
  return { outcome, sentence, inputs: figure.parts ?? [figure.key] };
}
