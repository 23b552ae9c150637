import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { passesFilter, type QueueFilter } from '#domain/reviews/queue-filter.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { bulkWords } from './review-queue.words.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsService } from './reviews.service.js';

/** A review as its page showed it. */
export interface SeenReview {
  id: string;
  rowVersion: number;
}

/** What became of one of several. */
export interface BulkResult {
  reference: string;
  done: 'claimed' | 'accepted' | 'proposed' | null;
  /** Why it was not done; null where it was. */
  why: string | null;
}

/** Claims straight from the queue: the one on top, or several at once. Each is a claim like any other, in a transaction of its own. */
@Injectable()
export class QueueClaimsService {
  constructor(
    private readonly queries: ReviewsQueries,
    private readonly reviews: ReviewsService,
    private readonly clock: Clock,
  ) {}

  /** The first in their order that waits and passes the filter. Where somebody is faster it is the one after. @returns its id; null where nothing is left. */
  async takeNext(actor: Actor, filter: QueueFilter): Promise<string | null> {
    requirePermission(actor, 'review.decide');
    const reader = { readerId: actor.id, today: this.clock.today() };
    const waiting = (await this.queries.queue(actor)).filter((item) => item.status === 'queued' && passesFilter(item, filter, reader));
    for (const { id, rowVersion } of waiting) {
      if ((await refusalOf(this.reviews.claim(actor, id, rowVersion))) === null) return id;
    }
    return null;
  }

  /** In the order in which they were given. */
  async claim(actor: Actor, seen: readonly SeenReview[]): Promise<BulkResult[]> {
    requirePermission(actor, 'review.decide');
    const open = new Map((await this.queries.queue(actor)).map((item) => [item.id, item]));
    const results: BulkResult[] = [];
    for (const { id, rowVersion } of seen) {
      const item = open.get(id);
      if (!item) {
        results.push({ reference: bulkWords.done.gone, done: null, why: bulkWords.done.unknown });
        continue;
      }
      const why = await refusalOf(this.reviews.claim(actor, id, rowVersion));
      results.push({ reference: item.reference, done: why === null ? 'claimed' : null, why });
    }
    return results;
  }
}

/** @returns why an expected refusal was one, in a sentence; null where the work was done. Throws what nobody expects. */
export async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error;
    return error.reasons[0]?.message ?? error.message;
  }
}
