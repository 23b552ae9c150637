import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inForceOn } from '#domain/mission-quality/open-parts.js';
import { Mission } from '#features/missions/mission.entity.js';
import { QualityFindingRow } from './quality-finding.entity.js';
import { QualityReviewEvent } from './quality-review-event.entity.js';
import { QualityReview } from './quality-review.entity.js';

/** A mission with the version that holds and, for the council, the draft beside it. */
export interface ReviewedMission {
  mission: Mission;
  inForce: PublishedVersion | null;
  draft: QualityReview | null;
}

/** A version once it is published; `number` and `effectiveOn` are set. */
export type PublishedVersion = QualityReview & { number: number; effectiveOn: string };

/** Reads of quality reviews: everybody reads what is published, the council its drafts. */
@Injectable()
export class QualityReviewsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Missions in their order with the version that holds on a day. @param frameworkSlug of one framework; of all where none is named */
  async missions(day: string, frameworkSlug?: string): Promise<ReviewedMission[]> {
    const missions = await this.dataSource.getRepository(Mission).find({
      ...(frameworkSlug === undefined ? {} : { where: { framework: { slug: frameworkSlug } } }),
      relations: { framework: true },
      order: { framework: { publishedOn: 'DESC' }, number: 'ASC' },
    });
    const reviews = await this.reviews(missions.map(({ id }) => id));
    const standing = missions.map((mission) => standingOf(mission, reviews, day));
    await this.fill(standing.flatMap(({ inForce }) => inForce ?? []));
    return standing;
  }

  async mission(framework: string, slug: string): Promise<Mission | null> {
    return this.dataSource.getRepository(Mission).findOne({ where: { slug, framework: { slug: framework } }, relations: { framework: true } });
  }

  async missionById(id: string): Promise<Mission | null> {
    return this.dataSource.getRepository(Mission).findOne({ where: { id }, relations: { framework: true } });
  }

  /** Every published version of a mission, the first first, with its findings. */
  async published(missionId: string): Promise<PublishedVersion[]> {
    const reviews = (await this.reviews([missionId])).filter(isPublished).sort((a, b) => a.number - b.number);
    await this.fill(reviews);
    return reviews;
  }

  /** The council's draft with its findings. */
  async draft(missionId: string, manager: EntityManager = this.dataSource.manager): Promise<QualityReview | null> {
    const [draft] = await manager.getRepository(QualityReview).createQueryBuilder('review').where(`review.missionId = :missionId AND review.status = 'draft' AND review.source IS NULL`, { missionId }).getMany();
    if (!draft) return null;
    draft.findings = await findingsOf(manager, [draft.id]);
    return draft;
  }

  /** Who wrote what in a version, the first first. */
  async events(reviewId: string): Promise<QualityReviewEvent[]> {
    return this.dataSource.getRepository(QualityReviewEvent).find({ where: { reviewId }, order: { sequence: 'ASC' } });
  }

  private async reviews(missionIds: readonly string[]): Promise<QualityReview[]> {
    return this.dataSource.getRepository(QualityReview).createQueryBuilder('review').where('review.missionId = ANY(:missionIds)', { missionIds }).getMany();
  }

  private async fill(reviews: readonly QualityReview[]): Promise<void> {
    const findings = await findingsOf(this.dataSource.manager, reviews.map(({ id }) => id));
    for (const review of reviews) review.findings = findings.filter(({ reviewId }) => reviewId === review.id);
  }
}

async function findingsOf(manager: EntityManager, reviewIds: readonly string[]): Promise<QualityFindingRow[]> {
  if (reviewIds.length === 0) return [];
  return manager
    .getRepository(QualityFindingRow)
    .createQueryBuilder('finding')
    .where('finding.reviewId = ANY(:reviewIds)', { reviewIds })
    .orderBy('finding.position')
    .addOrderBy('finding.id')
    .getMany();
}

function standingOf(mission: Mission, reviews: readonly QualityReview[], day: string): ReviewedMission {
  const own = reviews.filter(({ missionId }) => missionId === mission.id);
  return { mission, inForce: inForceOn(own.filter(isPublished), day) ?? null, draft: own.find(({ status, source }) => status === 'draft' && source === null) ?? null };
}

function isPublished(review: QualityReview): review is PublishedVersion {
  return review.status === 'published' && review.number !== null && review.effectiveOn !== null;
}
