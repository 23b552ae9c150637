import { DELIVERY_PLAN_SECTIONS, type DeliveryPlanContent } from '#domain/delivery-plans/delivery-plan-content.js';
import { planPromises, planSectionTexts } from '#domain/delivery-plans/plan-texts.js';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { returnPromises, returnSectionTexts } from '#domain/evidence-returns/return-texts.js';
import { evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type SubmissionKind, type SubmissionSection } from '#domain/submissions/submission-status.js';
import { type StatedPromise } from './promise-checks.js';
import { type SectionText } from './what-changed.js';

/** A delivered version's content with the kind that says its shape. */
export type DeliveredContent =
  | { kind: 'evidence-return'; content: EvidenceReturnContent }
  | { kind: 'delivery-plan'; content: DeliveryPlanContent };

/** What the department wrote, section by section, as a person reads it; a plan's lines stand one a mission. */
export function sectionTextsOf(delivered: DeliveredContent): SectionText[] {
  return delivered.kind === 'delivery-plan' ? planSectionTexts(delivered.content) : returnSectionTexts(delivered.content);
}

/** The department's own rating; null where the kind has none or it was not given. */
export function ratingOf(delivered: DeliveredContent): DeliveryRating | null {
  return delivered.kind === 'evidence-return' ? delivered.content.rating : null;
}

/** What the department says in words that it will do: to be held against it next time. A return's dated steps are followed one by one. */
export function promisesOf(delivered: DeliveredContent): StatedPromise[] {
  if (delivered.kind === 'delivery-plan') return planPromises(delivered.content);
  return returnPromises({ ...delivered.content, steps: [], lastSteps: [] });
}

/** The parts of a kind that can be sent back. */
export function sectionsOf(kind: SubmissionKind): readonly SubmissionSection[] {
  return kind === 'evidence-return' ? EVIDENCE_RETURN_SECTIONS : DELIVERY_PLAN_SECTIONS;
}

/** What the kind's own rules find missing, as sentences. */
export function missingFrom(delivered: DeliveredContent): string[] {
  const blockers = delivered.kind === 'evidence-return' ? evidenceReturnBlockers(delivered.content) : deliveryPlanBlockers(delivered.content);
  return blockers.map(({ message }) => message);
}
