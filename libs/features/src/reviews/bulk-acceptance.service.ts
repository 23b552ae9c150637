import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { BulkAcceptanceQueries } from './bulk-acceptance.queries.js';
import { type BulkResult, refusalOf, type SeenReview } from './queue-claims.service.js';
import { Review } from './review.entity.js';
import { bulkWords } from './review-queue.words.js';
import { ReviewsService } from './reviews.service.js';

/** Accepts like deliveries together. Each is decided like one alone, in a transaction of its own: what is refused keeps no other back. */
@Injectable()
export class BulkAcceptanceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: BulkAcceptanceQueries,
    private readonly reviews: ReviewsService,
  ) {}

  /** @param seen as the check page showed them. @returns what became of each, in that order. */
  async accept(actor: Actor, seen: readonly SeenReview[]): Promise<BulkResult[]> {
    requirePermission(actor, 'review.decide');
    const results: BulkResult[] = [];
    for (const one of seen) results.push(await this.acceptOne(actor, one));
    return results;
  }

  /** Why what was ticked cannot be accepted with others by now, one sentence each; empty where nothing was ticked. */
  async droppedOut(actor: Actor, ids: readonly string[]): Promise<string[]> {
    requirePermission(actor, 'review.decide');
    const held = await this.queries.held(actor);
    const told: string[] = [];
    for (const id of ids.filter((text) => isUUID(text))) {
      const review = held.find((one) => one.id === id);
      const why = review ? review.blockers.join('. ') : bulkWords.done.notHeld;
      if (why !== '') told.push(bulkWords.accept.droppedOut(review?.reference ?? (await this.referenceOf(id)), why));
    }
    return told;
  }

  private async acceptOne(actor: Actor, { id, rowVersion }: SeenReview): Promise<BulkResult> {
    // Looked at again for each: what was like the others a moment ago may have a question by now.
    const held = (await this.queries.held(actor)).find((review) => review.id === id);
    if (!held) return { reference: await this.referenceOf(id), done: null, why: bulkWords.done.notHeld };
    const { reference, blockers } = held;
    const [blocker] = blockers;
    if (blocker !== undefined) return { reference, done: null, why: blocker };
    const why = await refusalOf(this.reviews.decide(actor, id, { draft: { decision: 'accepted', reasons: [] }, rowVersion }));
    if (why !== null) return { reference, done: null, why };
    // The figures may have moved between the look and the decision: then it waits for a second reviewer and is not accepted.
    const { status } = await this.dataSource.getRepository(Review).findOneByOrFail({ id });
    return { reference, done: status === 'proposed' ? 'proposed' : 'accepted', why: null };
  }

  private async referenceOf(id: string): Promise<string> {
    const review = await this.dataSource.getRepository(Review).findOne({ where: { id }, relations: { submission: true } });
    return review?.submission.reference ?? bulkWords.done.gone;
  }
}
