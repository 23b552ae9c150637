import { type EntityManager } from 'typeorm';
import { inForceOn, type OpenParts, openParts, type PublishedReview } from '#domain/mission-quality/open-parts.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type QualityReview } from './quality-review.entity.js';

/** A published version as a mission's own page tells of it. */
export type ReviewInForce = PublishedReview & Pick<QualityReview, 'source' | 'publisherName'>;

/** The published reviews of some missions, for their verdicts: what is open on a day. One statement, whatever the day. */
export class ReviewedMissions {
  private constructor(private readonly reviews: readonly ReviewInForce[]) {}

  /** @param until only those that were published by then */
  static async of(manager: EntityManager, missionIds: readonly string[], until: Date | null = null): Promise<ReviewedMissions> {
    const reviews: ReviewInForce[] = await manager.query(
      `SELECT r.mission_id AS "missionId", r.number, to_char(r.effective_on, 'YYYY-MM-DD') AS "effectiveOn", r.source, r.publisher_name AS "publisherName",
              coalesce(jsonb_agg(jsonb_build_object('section', f.section, 'values', f.values) ORDER BY f.position, f.id) FILTER (WHERE f.id IS NOT NULL), '[]') AS findings
         FROM quality_reviews r LEFT JOIN quality_findings f ON f.review_id = r.id
        WHERE r.status = 'published' AND r.mission_id = ANY($1) AND ($2::timestamptz IS NULL OR r.published_at <= $2)
        GROUP BY r.id`,
      [missionIds, until],
    );
    return new ReviewedMissions(reviews);
  }

  /** @param day ISO date: the version that held then decides */
  openPartsOf(mission: Pick<Mission, 'id' | 'openTerms' | 'clauses'>, day: string): OpenParts {
    return openParts(mission, this.inForce(mission.id, day) ?? undefined);
  }

  /** The version that held on a day. @param day ISO date */
  inForce(missionId: string, day: string): ReviewInForce | null {
    return inForceOn(this.reviews.filter((review) => review.missionId === missionId), day) ?? null;
  }
}
