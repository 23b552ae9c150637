import { isOffTrackOrWorse, type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import type { AlertFact } from './alert-fact.js';

/** A stored judgement, with what its target asked for then. */
export interface JudgedStep {
  readonly id: string;
  readonly verdict: Verdict;
  readonly cause: string;
  /** Rule, baseline and area as one text: equal texts are equal questions. */
  readonly asked: string;
}

/** A target that was changed while it was off track or worse. */
export interface ResetStep<Step> {
  readonly before: Step;
  readonly reset: Step;
}

const CHANGES_BY_PEOPLE = ['target', 'baseline', 'area'];

/**
 * The resets that stand: each is undone when the target asks again what it asked before.
 * @param steps of one target, oldest first
 */
export function standingResets<Step extends JudgedStep>(steps: readonly Step[]): ResetStep<Step>[] {
  const latest = steps.at(-1);
  return steps.flatMap((reset, index) => {
    const before = steps[index - 1];
    if (!before || !CHANGES_BY_PEOPLE.includes(reset.cause) || before.asked === reset.asked || !isOffTrackOrWorse(before.verdict)) return [];
    return latest?.asked === before.asked ? [] : [{ before, reset }];
  });
}

export function resetSentence(title: string, { before, reset }: ResetStep<JudgedStep>): string {
  const now = before.verdict === reset.verdict ? `it is still “${VERDICTS[reset.verdict]}”` : `by what it asks now it is “${VERDICTS[reset.verdict]}”`;
  return `The target “${title}” was changed while it was “${VERDICTS[before.verdict]}”; ${now}. It stays judged by what it first asked, too.`;
}

export function resetFacts({ before, reset }: ResetStep<JudgedStep>): AlertFact[] {
  const what = { target: 'the target', baseline: 'the baseline', area: 'the area' }[reset.cause] ?? reset.cause;
  return [
    { name: 'What was changed', value: what },
    { name: 'Verdict before', value: VERDICTS[before.verdict] },
    { name: 'Verdict since', value: VERDICTS[reset.verdict] },
  ];
}

export function demotedSentence(title: string, verdict: Verdict): string {
  return `The target “${title}” no longer counts as a headline of its mission; it was “${VERDICTS[verdict]}” when that was changed. It stays judged.`;
}
