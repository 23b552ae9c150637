import { DELIVERY_PLAN_SECTIONS, type DeliveryPlanContent, totalMoney } from '#domain/delivery-plans/delivery-plan-content.js';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { DELIVERY_RATINGS, type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type SubmissionKind, type SubmissionSection } from '#domain/submissions/submission-status.js';
import { type StatedPromise } from './promise-checks.js';
import { type SectionText } from './what-changed.js';

/** A delivered version's content with the kind that says its shape. */
export type DeliveredContent =
  | { kind: 'evidence-return'; content: EvidenceReturnContent }
  | { kind: 'delivery-plan'; content: DeliveryPlanContent };

/** What the department wrote, section by section, as a person reads it; a plan's lines stand one a mission. */
export function sectionTextsOf(delivered: DeliveredContent): SectionText[] {
  if (delivered.kind === 'delivery-plan') return planTexts(delivered.content);
  const { figuresComment, narrative, nextSteps } = delivered.content;
  const texts = { figures: figuresComment, narrative, rating: ratingText(delivered.content), 'next-steps': nextSteps };
  return EVIDENCE_RETURN_SECTIONS.map(({ key, title }) => ({ key, title: key === 'figures' ? 'Comment on the figures' : title, text: texts[key] }));
}

/** The department's own rating; null where the kind has none or it was not given. */
export function ratingOf(delivered: DeliveredContent): DeliveryRating | null {
  return delivered.kind === 'evidence-return' ? delivered.content.rating : null;
}

/** What the department says that it will do: to be held against it next time. */
export function promisesOf(delivered: DeliveredContent): StatedPromise[] {
  if (delivered.kind === 'evidence-return') return [{ title: 'Next steps', text: delivered.content.nextSteps }];
  const { contributions, missions } = delivered.content;
  return contributions.map(({ mission, policies }) => ({ title: missionTitle(missions, mission), text: policies }));
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

function ratingText({ rating, ratingReason }: EvidenceReturnContent): string {
  return [rating === null ? '' : DELIVERY_RATINGS[rating].words, ratingReason].filter((line) => line.trim() !== '').join('\n\n');
}

function planTexts({ summary, contributions, missions }: DeliveryPlanContent): SectionText[] {
  const total = totalMoney(contributions);
  const lines = contributions.map(({ mission, contribution, policies, moneyMillions }) => ({
    key: `contributions.${mission}`,
    title: missionTitle(missions, mission),
    text: [contribution, policies, moneyMillions === null ? '' : `Money: ${millions(moneyMillions)}`].filter((line) => line.trim() !== '').join('\n\n'),
  }));
  const sum = total === undefined ? [] : [{ key: 'money', title: 'Money over all missions', text: millions(total) }];
  return [{ key: 'summary', title: 'Summary', text: summary }, ...lines, ...sum];
}

function missionTitle(missions: DeliveryPlanContent['missions'], slug: string): string {
  const mission = missions.find((candidate) => candidate.slug === slug);
  return mission ? `Mission ${mission.number}: ${mission.focusArea}` : slug;
}

function millions(amount: number): string {
  return `£${amount.toLocaleString('en-GB', { maximumFractionDigits: 3 })} million`;
}
