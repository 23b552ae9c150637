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

export interface DatedStep extends JudgedStep {
  readonly givenAt: Date;
  readonly countsAs: Verdict | null;
}

/** A target that was changed while it was off track or worse. */
export interface ResetStep<Step> {
  readonly before: Step;
  readonly reset: Step;
  /** "the metric"; by the cause of the judgement where absent. */
  readonly what?: string;
}

/** A change that people recorded while the target was off track or worse, and that has not been undone. */
export interface RecordedReset {
  readonly recordedAt: Date;
  readonly what: string;
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

/**
 * The judgement that each recorded change led to. A judgement's cause does not name every change: another metric alone looks like other
 * figures.
 * @param steps of one target, oldest first
 * @returns nothing for a change that has not been judged yet
 */
export function recordedResets<Step extends DatedStep>(steps: readonly Step[], recorded: readonly RecordedReset[]): ResetStep<Step>[] {
  return recorded.flatMap(({ recordedAt, what }) => {
    // the last, where several were given in the very instant of the change
    const index = steps.findLastIndex(({ givenAt }, at) => {
      const before = steps[at - 1];
      return givenAt >= recordedAt && before !== undefined && before.givenAt <= recordedAt && isOffTrackOrWorse(before.countsAs ?? before.verdict);
    });
    const [before, reset] = [steps[index - 1], steps[index]];
    return before && reset ? [{ before, reset, what }] : [];
  });
}

export function resetSentence(title: string, { before, reset }: ResetStep<JudgedStep>): string {
  const now = before.verdict === reset.verdict ? `it is still “${VERDICTS[reset.verdict]}”` : `by what it asks now it is “${VERDICTS[reset.verdict]}”`;
  return `The target “${title}” was changed while it was “${VERDICTS[before.verdict]}”; ${now}. It stays judged by what it first asked, too.`;
}

export function resetFacts({ before, reset, what: recorded }: ResetStep<JudgedStep>): AlertFact[] {
  const what = recorded ?? { target: 'the target', baseline: 'the baseline', area: 'the area' }[reset.cause] ?? reset.cause;
  return [
    { name: 'What was changed', value: what },
    { name: 'Verdict before', value: VERDICTS[before.verdict] },
    { name: 'Verdict since', value: VERDICTS[reset.verdict] },
  ];
}

export function demotedSentence(title: string, verdict: Verdict): string {
  return `The target “${title}” no longer counts as a headline of its mission; it was “${VERDICTS[verdict]}” when that was changed. It stays judged.`;
}
