import { Injectable } from '@nestjs/common';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';

/** A cycle that has just opened, with everything that it opened: by the clock, by hand, or ahead of its day. */
export interface OpenedCycle {
  kind: SubmissionKind;
  /** What was opened now; what was open before is not among them. */
  submissions: readonly Submission[];
}

/** Does what else follows from the opening of a cycle: calls for contributions, for one. */
export interface CycleFollower {
  /** In the transaction that opens the cycle: what it throws leaves the cycle unopened, and the next round tries again. */
  opened(tx: Transaction, cycle: OpenedCycle): Promise<void>;
}

/** Who acts on an opened cycle. A feature registers its follower when its module starts. */
@Injectable()
export class CycleFollowers {
  private readonly followers: CycleFollower[] = [];

  register(follower: CycleFollower): void {
    this.followers.push(follower);
  }

  /** One after the other, in the order of their registration. */
  async opened(tx: Transaction, cycle: OpenedCycle): Promise<void> {
    for (const follower of this.followers) await follower.opened(tx, cycle);
  }
}
