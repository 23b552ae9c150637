import { differenceInWords, duringPeriod, figureInWords, type FigureStyle, shareInWords } from '#domain/judgements/figure-words.js';
import { type FigureUsed, type JudgementComponents } from '#domain/judgements/computed-judgement.js';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { parsePeriod } from '#domain/observations/period.js';

/** A computed verdict, with the way its metric's figures are printed. */
export interface VerdictToShow {
  verdict: Verdict;
  components: JudgementComponents;
  style: FigureStyle;
}

/**
 * How a verdict came about, a sentence a step, with the very numbers of the verdict: along a path, or by the change since the
 * baseline where there is none. Empty where no figures were held against each other.
 */
export function verdictWorking(shown: VerdictToShow): string[] {
  const along = pathWorking(shown);
  return along.length > 0 ? along : changeWorking(shown);
}

/** The steps along a path alone; empty for a verdict that stands on none. */
export function pathWorking({ verdict, components, style }: VerdictToShow): string[] {
  const { baseline, latest, target: asked, pathValue, shareDue, deviation, deviationStandardError, chances, deviationIn } = components;
  if (!baseline || !latest || !asked || !chances || deviationIn === 'sigma') return [];
  if (pathValue === undefined || shareDue === undefined || deviation === undefined || deviationStandardError === undefined) return [];
  const figure = (value: number): string => figureInWords(value, style, 1);
  const behind = differenceInWords(latest.value - pathValue, style);
  return [
    `Baseline: ${figure(baseline.value)} ${during(baseline)}.`,
    `Target: ${figure(asked.value)} ${during(asked)}, a journey of ${differenceInWords(asked.value - baseline.value, style)}.`,
    `Latest figure: ${figure(latest.value)} ${during(latest)}. By then ${shareInWords(shareDue)} of the journey was due, so the path stands at ${figure(pathValue)}.`,
    `Distance: ${behind} ${deviation < 0 ? 'behind' : 'ahead of'} the path, which is ${percent(Math.abs(deviation))} of the journey.`,
    `Error: one standard error of that distance is ${percent(deviationStandardError)} of the journey.`,
    `Chances: on track ${shareInWords(chances.onTrack)}, slipping ${shareInWords(chances.slipping)}, off track ${shareInWords(chances.offTrack)}.`,
    word(verdict),
  ];
}

function changeWorking({ verdict, components, style }: VerdictToShow): string[] {
  const { baseline, latest, target: asked, change, changeStandardError } = components;
  if (!baseline || !latest || change === undefined) return [];
  const figure = (value: number): string => figureInWords(value, style, 1);
  const error = changeStandardError === undefined ? [] : [`Error: one standard error of that change is ${differenceInWords(changeStandardError, style)}.${times(change, changeStandardError)}`];
  return [
    `Baseline: ${figure(baseline.value)} ${during(baseline)}.`,
    `Latest figure: ${figure(latest.value)} ${during(latest)}.`,
    ...(asked ? [`Target: ${figure(asked.value)} ${during(asked)}.`] : []),
    `Change since the baseline: ${differenceInWords(latest.value - baseline.value, style)}${change === 0 ? '' : change > 0 ? ' for the better' : ' for the worse'}.`,
    ...error,
    word(verdict),
  ];
}

function times(change: number, error: number): string {
  return error > 0 ? ` The change is ${(Math.abs(change) / error).toFixed(1)} times that.` : '';
}

function word(verdict: Verdict): string {
  return `The word: ${VERDICTS[verdict]}.${verdict === 'deteriorating' ? ' The figure has moved the wrong way since the baseline, beyond its error, which goes before the bands.' : ''}`;
}

function during({ periodKey, periodLabel }: Pick<FigureUsed, 'periodKey' | 'periodLabel'>): string {
  const period = parsePeriod(periodKey);
  return period ? duringPeriod(period) : `in ${periodLabel}`;
}

/** Shares of a journey can be more than 1; small ones keep a decimal. */
function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}
