import { Watches, type Watch } from '#platform/watches/watch.js';
import { QuietReviewsService } from '../quiet-reviews.service.js';

/** A claimed review of whose holder nothing is seen goes back to the queue by itself. */
@Watches('return-quiet-reviews')
export class ReturnQuietReviewsWatch implements Watch {
  constructor(private readonly quiet: QuietReviewsService) {}

  async run(now: Date): Promise<number> {
    return this.quiet.returnQuiet(now);
  }
}
