import { Watches, type Watch } from '#platform/watches/watch.js';
import { AbsencesService } from '../absences.service.js';

/** When leave has begun and nobody has seen to the reviews, they go back to the queue, once. */
@Watches('return-reviews-of-absent')
export class ReturnReviewsOfAbsentWatch implements Watch {
  constructor(private readonly absences: AbsencesService) {}

  async run(now: Date): Promise<number> {
    return this.absences.returnDue(now);
  }
}
