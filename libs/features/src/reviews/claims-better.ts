import { type DeliveredContent, ratingOf } from '#domain/reviews/delivery-facts.js';
import { claimsBetter } from '#domain/reviews/second-opinion.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';

/**
 * Where a delivery claims better than the figures: those that its signer saw, and those that stand now. One sentence each; empty
 * where no second reviewer is needed.
 */
export function claimsBetterThanFigures(delivered: DeliveredContent, standing: MissionStanding | null): string[] {
  if (delivered.kind !== 'evidence-return') return [];
  const headline = standing?.targets.filter(({ role }) => role === 'headline') ?? [];
  return claimsBetter(ratingOf(delivered), [
    { title: 'The mission', verdict: standing?.computed?.verdict },
    ...delivered.content.figures.map(({ title, verdict }) => ({ title, verdict })),
    ...headline.map(({ title, computed }) => ({ title, verdict: computed?.countsAs })),
  ]);
}
