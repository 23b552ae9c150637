import { chanceInWords } from '#domain/forecasts/chance-words.js';
import { dateInWords, differenceInWords, figureInWords, shareInWords } from '#domain/judgements/figure-words.js';
import type { TargetToJudge } from '#domain/judgements/target-to-judge.js';
import type { AmbitionFinding, AmbitionPaces, AmbitionReason } from './ambition-finding.js';
import { FIGURES_NEEDED } from './ambition-rule.js';

const WITHOUT_CHANCE: Readonly<Partial<Record<AmbitionReason, string>>> = {
  'no-number': 'The target names nothing that figures could meet, so nobody can say how ambitious it is.',
  capacity: 'Whether it is met hangs on who can negotiate and carry it out and not on the course of a series, so figures cannot say how ambitious it is.',
  'no-figures': 'No figure of the period that the target starts from had been published by the day.',
  decided: 'The period that decides had been published by the day.',
};

/** @param asOf ISO date */
export function ambitionSentence(found: Omit<AmbitionFinding, 'sentence'>, target: TargetToJudge, asOf: string): string {
  const { chance, paces, reason } = found;
  const parts = chance && paces ? [chanceSentence(chance, asOf), paceSentence(reason, paces, target)] : [lackSentence(found, target)];
  const restores = found.doesNotRestore;
  if (restores) parts.push(`Met, it would not bring back the ${figureInWords(restores.value, target)} of ${restores.periodLabel}.`);
  if (found.nominal) parts.push('The figures are in money of the day: a rise of prices alone moves them.');
  return parts.join(' ');
}

function chanceSentence({ least, most }: { least: number; most: number }, asOf: string): string {
  const words = Math.abs(most - least) < 0.005 ? chanceInWords(most) : `between ${shareInWords(least)} and ${shareInWords(most)}, by how far areas share their ups and downs`;
  return `By what had been published on ${dateInWords(asOf)}, the chance of meeting it with no change of course is ${words}.`;
}

function paceSentence(reason: AmbitionReason, { usual, needed, precedent, relative }: AmbitionPaces, target: TargetToJudge): string {
  const a = (pace: number): string => (relative ? `${(Math.abs(Math.expm1(pace)) * 100).toFixed(1)}%` : differenceInWords(pace, paceStyle(target, pace)));
  const course = `It had got ${usual < 0 ? 'worse' : 'better'} by ${a(usual)} a year`;
  const asked = needed <= 0 ? 'and the latest figure met the target already' : `and would have to get better by ${a(needed)} a year`;
  const best = precedent ? ` Of ${precedent.windows} windows of ${precedent.years} ${precedent.years === 1 ? 'year' : 'years'} in places of the same level, one in twenty did better than ${precedent.pace < 0 ? `worse by ${a(precedent.pace)}` : a(precedent.pace)} a year.` : '';
  const verdict: Partial<Record<AmbitionReason, string>> = {
    'wrong-way': ' History the wrong way is no usual course that meets it.',
    'no-precedent': ' There is no precedent for the pace.',
    'has-precedent': ' The pace has a precedent.',
    'nothing-to-compare': ' There is nothing to set the pace against.',
  };
  return `${course}, ${asked}.${needed > 0 ? best : ''}${verdict[reason] ?? ''}`;
}

/** Yearly paces are small: a step finer than the figures, and finer still where that would show nothing. */
function paceStyle(target: TargetToJudge, pace: number): { unit: string; decimals: number } {
  const wanted = Math.abs(pace) > 0 ? Math.ceil(-Math.log10(Math.abs(pace))) + 1 : 0;
  return { unit: target.unit, decimals: Math.min(6, Math.max(target.decimals, 1, wanted)) };
}

function lackSentence({ reason, figures }: Pick<AmbitionFinding, 'reason' | 'figures'>, { notComparable }: TargetToJudge): string {
  if (reason === 'not-comparable') return `The published figures do not measure what the target speaks of${notComparable === undefined ? '' : `: ${notComparable.replace(/\.$/, '')}`}.`;
  if (reason === 'too-few-figures') return `${figures} independent ${figures === 1 ? 'figure' : 'figures'} had been published on one footing, and ${FIGURES_NEEDED} are needed (shock years and the first period of a standard do not count).`;
  return WITHOUT_CHANCE[reason] ?? '';
}
