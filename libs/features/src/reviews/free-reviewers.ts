import { Injectable } from '@nestjs/common';
import { peopleWithRoles } from '#features/access/people-to-tell.js';
import { type User } from '#features/access/user.entity.js';
import { reviewerBlockers } from '#domain/reviews/review-blockers.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { ReviewerBars } from './reviewer-bars.js';

/** Who may review a delivery, whether or not they are at work today. */
@Injectable()
export class FreeReviewers {
  constructor(
    private readonly deliveries: DeliveriesQueries,
    private readonly bars: ReviewerBars,
  ) {}

  /** Reviewers whom neither department, home department, authorship nor anything that other rooms know keeps from it. By address. */
  async of(tx: Transaction, submission: Submission): Promise<User[]> {
    const delivery = { organisationId: submission.organisationId, authors: await this.deliveries.authorsOf(submission.id, tx.manager), sections: [] };
    const free: User[] = [];
    for (const reviewer of await peopleWithRoles(tx, ['reviewer'])) {
      if (reviewerBlockers(reviewer, delivery).length > 0) continue;
      if ((await this.bars.against(tx.manager, reviewer.id, submission)).length === 0) free.push(reviewer);
    }
    return free;
  }
}
