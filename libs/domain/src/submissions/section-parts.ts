import type { DeliveryPlanContent, DeliveryPlanSection } from '#domain/delivery-plans/delivery-plan-content.js';
import type { EvidenceReturnContent, EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import type { SubmissionContent } from './submission-content.js';
import type { SubmissionKind } from './submission-status.js';

const RETURN_PARTS = {
  figures: ['figuresComment', 'departures'],
  narrative: ['narrative'],
  evidence: ['evidence'],
  rating: ['rating', 'ratingReason'],
  risks: ['risks'],
  'last-steps': ['lastSteps'],
  'next-steps': ['nextSteps', 'steps'],
  contributions: ['contributions'],
  attachments: ['attachments'],
} as const satisfies Record<EvidenceReturnSection, readonly (keyof EvidenceReturnContent)[]>;

const PLAN_PARTS = {
  summary: ['summary'],
  outcomes: ['outcomes'],
  contributions: ['contributions'],
  metrics: ['metrics'],
  policies: ['policies', 'milestones'],
  programmes: ['programmes'],
  funding: ['funding', 'statedMoneyMillions'],
  staffing: ['staffing', 'statedStaff'],
  dependencies: ['dependencies'],
  attachments: ['attachments'],
} as const satisfies Record<DeliveryPlanSection, readonly (keyof DeliveryPlanContent)[]>;

const PARTS: Record<SubmissionKind, Readonly<Record<string, readonly string[]>>> = { 'evidence-return': RETURN_PARTS, 'delivery-plan': PLAN_PARTS };

/** What a section of a content holds, field by field; undefined for a section that the kind has not. Compared to tell whether it was changed. */
export function sectionPart(kind: SubmissionKind, content: SubmissionContent, section: string): Record<string, unknown> | undefined {
  const fields = Object.hasOwn(PARTS[kind], section) ? PARTS[kind][section] : undefined;
  const held: Record<string, unknown> = { ...content };
  return fields && Object.fromEntries(fields.map((field) => [field, held[field] ?? null]));
}

/** The sections that some fields stand in, in the order of the task list; fields of none are left out. */
export function sectionsOfFields(kind: SubmissionKind, fields: readonly string[]): string[] {
  return Object.entries(PARTS[kind]).flatMap(([section, held]) => (held.some((field) => fields.includes(field)) ? [section] : []));
}
