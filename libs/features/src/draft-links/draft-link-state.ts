import { type Submission } from '#features/submissions/submission.entity.js';
import { type DraftLink } from './draft-link.entity.js';

export type DraftLinkState = 'live' | 'expired' | 'withdrawn' | 'closed';

/** Only a draft is shown: what is with the council has its own readers. */
export function canBeShown({ status }: Pick<Submission, 'status'>): boolean {
  return status === 'draft' || status === 'awaiting-sign-off' || status === 'changes-requested';
}

export function stateOfLink({ withdrawnAt, expiresAt }: Pick<DraftLink, 'withdrawnAt' | 'expiresAt'>, submission: Pick<Submission, 'status'>, now: Date): DraftLinkState {
  if (withdrawnAt) return 'withdrawn';
  if (expiresAt <= now) return 'expired';
  return canBeShown(submission) ? 'live' : 'closed';
}
