import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Metric } from '#features/metrics/metric.entity.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { InterimReviewEvent } from './interim-review-event.entity.js';
import { InterimReview } from './interim-review.entity.js';

/** Reads of interim reviews; all of them are public. */
@Injectable()
export class InterimReviewsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** With missions and targets; the latest date first. */
  async all(): Promise<InterimReview[]> {
    return this.find({});
  }

  /** @throws ApplicationError where there is no such review */
  async byReference(reference: string): Promise<InterimReview> {
    const [review] = await this.find({ reference });
    if (!review) throw ApplicationError.notFound('That interim review');
    return review;
  }

  async events(reviewId: string): Promise<InterimReviewEvent[]> {
    return this.dataSource.getRepository(InterimReviewEvent).find({ where: { reviewId }, order: { sequence: 'ASC' } });
  }

  /** The releases that decided, by id. */
  async releases(review: InterimReview): Promise<Map<number, Release>> {
    const ids = review.targets.flatMap(({ releaseId }) => releaseId ?? []);
    const rows = ids.length === 0 ? [] : await this.dataSource.getRepository(Release).findBy({ id: In(ids) });
    return new Map(rows.map((release) => [release.id, release]));
  }

  /** Metrics of the catalogue by name, for what a target may be measured by. */
  async metrics(): Promise<Metric[]> {
    return this.dataSource.getRepository(Metric).find({ select: { id: true, slug: true, name: true }, order: { name: 'ASC' } });
  }

  /** Every version of some targets, the first first; none of a target that was never reset. */
  async versions(targetIds: readonly string[]): Promise<TargetVersion[]> {
    return this.dataSource.getRepository(TargetVersion).find({ where: { targetId: In([...targetIds]) }, order: { number: 'ASC' } });
  }

  /** How often what a target asks for has been recorded: 0 where it was never reset. */
  async changesOf(targetId: string): Promise<number> {
    return this.dataSource.getRepository(TargetVersion).countBy({ targetId });
  }

  /** Days on which the next releases of a review's metrics are known to be published: the day alone, which every publisher announces. */
  async announced(review: InterimReview, now: Date): Promise<Map<number, string>> {
    const metricIds = review.targets.flatMap(({ target }) => target.metricId ?? []);
    const rows: { metric_id: number; day: string }[] = await this.dataSource.query(
      `SELECT rm.metric_id, to_char(min((r.published_at AT TIME ZONE 'Europe/London')::date), 'YYYY-MM-DD') AS day
         FROM release_metrics rm JOIN releases r ON r.id = rm.release_id WHERE rm.metric_id = ANY($1) AND r.published_at > $2 GROUP BY rm.metric_id`,
      [metricIds, now],
    );
    return new Map(rows.map(({ metric_id, day }) => [metric_id, day]));
  }

  private async find(where: { reference?: string }): Promise<InterimReview[]> {
    const reviews = await this.dataSource.getRepository(InterimReview).find({
      where,
      relations: { mission: { framework: true, leads: { organisation: true } }, targets: { target: { metric: true } } },
      order: { interimOn: 'DESC', reference: 'ASC' },
    });
    for (const review of reviews) review.targets.sort((a, b) => a.target.position - b.target.position);
    return reviews;
  }
}
