import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReviewerBars } from '#features/reviews/reviewer-bars.js';
import { Clock } from '#platform/clock/clock.js';
import { subjectOfInterest } from './interest-subject.js';
import { InterestsQueries } from './interests.queries.js';
import { reviewersWords } from './reviewers.words.js';

/** Declared interests bar a reviewer wherever the council asks who may not review. */
@Injectable()
export class InterestBar implements OnModuleInit {
  constructor(
    private readonly bars: ReviewerBars,
    private readonly interests: InterestsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.bars.register(async (manager, personId, { id: submissionId }) => {
      const barring = await this.interests.barring(manager, { personId, submissionId, day: this.clock.today() });
      return barring.map((interest) => ({ code: 'declared-interest', message: reviewersWords.interests.bars(subjectOfInterest(interest), interest.what) }));
    });
  }
}
