import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, RISK_PROXIMITIES, STEP_OUTCOMES } from '#domain/evidence-returns/evidence-return-choices.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';

const wordsOf = (choices: Readonly<Record<string, { words: string }>>): Record<string, string> => Object.fromEntries(Object.entries(choices).map(([slug, { words }]) => [slug, words]));

/** What may stand in the cells of a choice, by field: words by slug. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: EVIDENCE_KINDS,
  strength: wordsOf(EVIDENCE_STRENGTHS),
  proximity: RISK_PROXIMITIES,
  outcome: STEP_OUTCOMES,
  rating: wordsOf(DELIVERY_RATINGS),
};

export function wordsOfChoice(field: string, slug: string | null): string {
  return slug === null ? '' : (CHOICES[field]?.[slug] ?? slug);
}

/** The slug of what somebody wrote into the cell, by its words or by itself; undefined for anything else. */
export function choiceOf(field: string, written: string): string | undefined {
  const folded = fold(written);
  return Object.entries(CHOICES[field] ?? {}).find(([slug, words]) => fold(words) === folded || slug === folded)?.[0];
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
