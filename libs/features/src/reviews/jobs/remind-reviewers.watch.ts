import { Watches, type Watch } from '#platform/watches/watch.js';
import { QuietReviewsService } from '../quiet-reviews.service.js';

/** Holders are reminded before a review is due, and once when it is overdue; of one that nobody holds the chair is told, and of one without its second reviewer those who may be. */
@Watches('remind-reviewers')
export class RemindReviewersWatch implements Watch {
  constructor(private readonly quiet: QuietReviewsService) {}

  async run(now: Date): Promise<number> {
    return (await this.quiet.remindHolders(now)) + (await this.quiet.tellOfWaiting(now)) + (await this.quiet.remindSeconds(now));
  }
}
