import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Review } from './review.entity.js';

/** Reads of reviews for everybody: that they are waiting, since when, and what was decided; never by whom or why. */
@Injectable()
export class PublicReviewsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** By reference and version. @param after the key of the last one of the page before @param of slugs; all where absent */
  async page(after: readonly [reference: string, version: number] | undefined, limit: number, of: { framework?: string; mission?: string } = {}): Promise<Review[]> {
    const [reference, version] = after ?? ['', 0];
    return this.dataSource
      .getRepository(Review)
      .createQueryBuilder('review')
      .innerJoinAndSelect('review.submission', 'submission')
      .innerJoinAndSelect('submission.organisation', 'organisation')
      .innerJoinAndSelect('submission.framework', 'framework')
      .leftJoinAndSelect('submission.mission', 'mission')
      .where('(submission.reference, review.versionNumber) > (:reference, :version)', { reference, version })
      .andWhere({ submission: { ...(of.framework ? { framework: { slug: of.framework } } : {}), ...(of.mission ? { mission: { slug: of.mission } } : {}) } })
      .orderBy('submission.reference')
      .addOrderBy('review.versionNumber')
      .limit(limit)
      .getMany();
  }
}
