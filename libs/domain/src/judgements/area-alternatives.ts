import type { Period } from '#domain/observations/period.js';
import { dependenceSentence } from './assessment-sentence.js';
import type { AreasToJudge } from './areas-to-judge.js';
import { periodsBefore } from './area-pairs.js';
import type { AlternativeBaseline } from './computed-judgement.js';
import { listInWords } from './figure-words.js';
import { breakBetween } from './series-breaks.js';
import type { Verdict } from './verdict.js';

export interface AreaAlternatives {
  readonly list: readonly AlternativeBaseline[];
  readonly depends: boolean;
  /** Empty, or a sentence that begins with a blank. */
  readonly sentence: string;
}

/** The verdict from the period before the baseline and from the mean of the three before, where enough areas have them. */
export function alternativesOf(
  { target, areas, baseline }: AreasToJudge,
  verdict: Verdict,
  judgeFrom: (periods: readonly Period[]) => { readonly value: number; readonly verdict: Verdict } | undefined,
): AreaAlternatives {
  const before = periodsBefore(areas, target, baseline).filter((period) => !breakBetween(target.breaks ?? [], period, baseline));
  const choices = [before.slice(-1), before.slice(-3)].filter((periods, index) => periods.length === [1, 3][index]);
  const list = choices.flatMap((periods) => {
    const found = judgeFrom(periods);
    return found ? [{ label: labelOf(periods), baselineValue: found.value, verdict: found.verdict }] : [];
  });
  const differing = list.filter((alternative) => alternative.verdict !== verdict);
  return { list, depends: differing.length > 0, sentence: differing.length > 0 ? dependenceSentence(differing) : '' };
}

function labelOf(periods: readonly Period[]): string {
  const labels = periods.map(({ label }) => label);
  return labels.length === 1 ? (labels[0] ?? '') : `the mean of ${listInWords(labels)}`;
}
