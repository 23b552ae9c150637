import { type Submission } from '#features/submissions/submission.entity.js';
import { type DraftLink } from './draft-link.entity.js';

export type DraftLinkState = 'live' | 'expired' | 'withdrawn' | 'closed';

/** Only a draft is shown: what is with the council has its own readers. */
export function isShowable({ status }: Pick<Submission, 'status'>): boolean {
  return status === 'draft' || status === 'awaiting-sign-off' || status === 'changes-requested';
}

/** A draft of a closed framework goes nowhere any more, so nobody is asked what they think of it. */
export function canBeShown(submission: Pick<Submission, 'status' | 'framework'>): boolean {
  return submission.framework.closedAt === null && isShowable(submission);
}

export function stateOfLink({ withdrawnAt, expiresAt }: Pick<DraftLink, 'withdrawnAt' | 'expiresAt'>, submission: Pick<Submission, 'status' | 'framework'>, now: Date): DraftLinkState {
  if (withdrawnAt) return 'withdrawn';
  if (expiresAt <= now) return 'expired';
  return canBeShown(submission) ? 'live' : 'closed';
}
