import { type DeliveryPlanContent, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { type EvidenceReturnContent, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { publicContent, type PublicReturnContent } from '#domain/evidence-returns/public-content.js';
import type { SubmissionKind } from './submission-status.js';

/** The shape of each kind's content, as it lies in a delivered version. */
export interface ContentOfKind {
  'evidence-return': EvidenceReturnContent;
  'delivery-plan': DeliveryPlanContent;
}

/** The same of what is public. */
export interface PublicContentOfKind {
  'evidence-return': PublicReturnContent;
  'delivery-plan': DeliveryPlanContent;
}

/** The content of a kind; of any kind where it is not known which. */
export type SubmissionContent<Kind extends SubmissionKind = SubmissionKind> = ContentOfKind[Kind];

/** A version's content as it was stored, with what its kind did not have yet when it was signed. */
export function readContent<Kind extends SubmissionKind>(kind: Kind, stored: object): SubmissionContent<Kind> {
  const content: SubmissionContent = kind === 'evidence-return' ? readEvidenceReturn(stored) : readDeliveryPlan(stored);
  return content as SubmissionContent<Kind>;
}

/** The same as everybody may read it, once the council has published it. @param today ISO date */
export function readPublicContent<Kind extends SubmissionKind>(kind: Kind, stored: object, today: string): PublicContentOfKind[Kind] {
  const content: PublicContentOfKind[SubmissionKind] = kind === 'evidence-return' ? publicContent(readEvidenceReturn(stored), today) : readDeliveryPlan(stored);
  return content as PublicContentOfKind[Kind];
}
