/** The words of a judgement, the same for the computed one and the council's. Slug to words. */
export const VERDICTS = {
  achieved: 'achieved',
  'at-target': 'at target',
  'on-track': 'on track',
  slipping: 'slipping',
  'cannot-tell-yet': 'cannot tell yet',
  'off-track': 'off track',
  deteriorating: 'deteriorating',
  missed: 'missed',
  'no-detectable-change': 'no detectable change',
  'too-early': 'too early',
  'awaiting-figures': 'awaiting figures',
  'no-data': 'no data',
  'target-not-comparable': 'target not comparable',
  'target-undefined': 'target undefined',
} as const;

export type Verdict = keyof typeof VERDICTS;

export const VERDICT_SLUGS = Object.keys(VERDICTS) as readonly Verdict[];

/**
 * Higher is worse. *Cannot tell yet* ranks with *slipping*; *no detectable change* lies below *on track* because
 * nothing has been shown. The words that judge nothing are absent: they rank nowhere and can neither lift nor sink.
 */
const SEVERITY: Partial<Record<Verdict, number>> = {
  achieved: 0,
  'at-target': 1,
  'on-track': 2,
  'no-detectable-change': 3,
  'cannot-tell-yet': 4,
  slipping: 4,
  'off-track': 5,
  deteriorating: 6,
  missed: 7,
};

/** @returns the rank (higher is worse), or undefined for a word that judges nothing, such as *no data*. */
export function severityOf(verdict: Verdict): number | undefined {
  return SEVERITY[verdict];
}

/** Does the word say how the target stands? False for too early, awaiting figures, no data, not comparable, undefined. */
export function isJudged(verdict: Verdict): boolean {
  return severityOf(verdict) !== undefined;
}

/** The words that raise an alert: off track, deteriorating, missed. */
export function isOffTrackOrWorse(verdict: Verdict): boolean {
  return (severityOf(verdict) ?? -1) >= 5;
}

/** On track, at target or achieved. */
export function isOnTrackOrBetter(verdict: Verdict): boolean {
  return (severityOf(verdict) ?? 9) <= 2;
}

/** For `Array.sort`: worst first, words that judge nothing last; *slipping* goes before *cannot tell yet*, being known. */
export function compareWorstFirst(a: Verdict, b: Verdict): number {
  const rank = (verdict: Verdict): number => (severityOf(verdict) ?? -1) + (verdict === 'slipping' ? 0.5 : 0);
  return rank(b) - rank(a);
}

export function isVerdict(text: string): text is Verdict {
  return Object.hasOwn(VERDICTS, text);
}
