import { differenceInWords, duringPeriod, figureInWords, type FigureStyle, shareInWords } from '#domain/judgements/figure-words.js';
import { type FigureUsed, type JudgementComponents } from '#domain/judgements/computed-judgement.js';
import { parsePeriod } from '#domain/observations/period.js';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { type StatementSection } from '../statement.js';

/** A computed verdict of today, with the way its metric's figures are printed. */
export interface ExampleVerdict {
  mission: string;
  target: string;
  verdict: Verdict;
  components: JudgementComponents;
  style: FigureStyle;
}

/** @returns the verdict's own numbers, step by step; undefined where it does not stand on a path. */
export function workedExample({ mission, target, verdict, components, style }: ExampleVerdict): StatementSection | undefined {
  const { baseline, latest, target: asked, pathValue, shareDue, deviation, deviationStandardError, chances } = components;
  if (!baseline || !latest || !asked || !chances) return undefined;
  if (pathValue === undefined || shareDue === undefined || deviation === undefined || deviationStandardError === undefined) return undefined;
  const figure = (value: number): string => figureInWords(value, style, 1);
  const behind = differenceInWords(latest.value - pathValue, style);
  return {
    heading: `A worked example: ${mission}`,
    paragraphs: [`“${target}”, with the numbers that stand today.`],
    list: [
      `Baseline: ${figure(baseline.value)} ${during(baseline)}.`,
      `Target: ${figure(asked.value)} ${during(asked)}, a journey of ${differenceInWords(asked.value - baseline.value, style)}.`,
      `Latest figure: ${figure(latest.value)} ${during(latest)}. By then ${shareInWords(shareDue)} of the journey was due, so the path stands at ${figure(pathValue)}.`,
      `Distance: ${behind} ${deviation < 0 ? 'behind' : 'ahead of'} the path, which is ${percent(Math.abs(deviation))} of the journey.`,
      `Error: one standard error of that distance is ${percent(deviationStandardError)} of the journey.`,
      `Chances: on track ${shareInWords(chances.onTrack)}, slipping ${shareInWords(chances.slipping)}, off track ${shareInWords(chances.offTrack)}.`,
      `The word: ${VERDICTS[verdict]}.${verdict === 'deteriorating' ? ' The figure has moved the wrong way since the baseline, beyond its error, which goes before the bands.' : ''}`,
    ],
  };
}

function during({ periodKey, periodLabel }: Pick<FigureUsed, 'periodKey' | 'periodLabel'>): string {
  const period = parsePeriod(periodKey);
  return period ? duringPeriod(period) : `in ${periodLabel}`;
}

/** Shares of a journey can be more than 1; small ones keep a decimal. */
function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}
