import { Injectable } from '@nestjs/common';
import { type Mission } from '#features/missions/mission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { missionQualityWords } from '../mission-quality.words.js';
import { type QualityReview } from '../quality-review.entity.js';
import { QualityReviewsQueries } from '../quality-reviews.queries.js';

/** Reads what the pages of a draft stand on. */
@Injectable()
export class DraftReading {
  constructor(private readonly reviews: QualityReviewsQueries) {}

  /** @throws ApplicationError where there is no such mission, or no draft of its review */
  async of(missionId: string): Promise<{ mission: Mission; draft: QualityReview }> {
    const mission = await this.reviews.missionById(missionId);
    if (!mission) throw ApplicationError.notFound('That mission');
    const draft = await this.reviews.draft(missionId);
    if (!draft) throw ApplicationError.conflict(missionQualityWords.draft.noDraft, 'no-draft');
    return { mission, draft };
  }
}
