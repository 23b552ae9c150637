import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** A day: whoever tries again later starts anew. Milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** A request that has not been answered by then went down with its process. Milliseconds. */
const LOST_MS = 10 * 60 * 1000;
const LONGEST_KEY = 255;

/** One request with a key. */
export interface KeyedRequest {
  key: string;
  tokenId: string;
  /** Method and path. */
  request: string;
  /** SHA-256 of all that was sent. */
  bodyHash: string;
}

/** What was, or is to be, answered. */
export interface KeyedAnswer {
  status: number;
  answer: object;
}

/** Has a POST with an `Idempotency-Key` done once, however often it is sent. */
@Injectable()
export class IdempotentRequestsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the work, or gives the answer that the same request had before. The work keeps its answer by `keep` in its own
   * transaction, so that the two cannot part.
   * @throws ApplicationError where the key stood for something else, or its first request is still on its way
   */
  async once(request: KeyedRequest, work: (keep: (tx: Transaction, given: KeyedAnswer) => Promise<void>) => Promise<KeyedAnswer>): Promise<KeyedAnswer> {
    if (request.key.length > LONGEST_KEY) {
      throw ApplicationError.invalid([{ code: 'key-too-long', message: `Idempotency-Key must have ${LONGEST_KEY} characters or fewer`, field: 'Idempotency-Key' }]);
    }
    const { key, tokenId, request: address } = request;
    const which = { key, tokenId, request: address };
    const before = await this.claim(request, which);
    if (before) return before;
    try {
      return await work(async (tx, given) => void (await tx.repository(IdempotencyKey).update(which, given)));
    } catch (error) {
      // what was refused may be mended and sent again under the same key; what was committed is done, whatever went wrong after it
      await this.dataSource.getRepository(IdempotencyKey).delete({ ...which, bodyHash: request.bodyHash, status: IsNull() });
      throw error;
    }
  }

  /** @returns the answer of the first request, or undefined where this is it */
  private async claim(request: KeyedRequest, which: Omit<KeyedRequest, 'bodyHash'>): Promise<KeyedAnswer | undefined> {
    const keys = this.dataSource.getRepository(IdempotencyKey);
    const now = this.clock.now();
    await keys.delete({ tokenId: which.tokenId, createdAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
    const claim = keys.createQueryBuilder().insert().values({ ...request, status: null, answer: null, createdAt: now }).orIgnore().returning('key');
    if (((await claim.execute()).raw as unknown[]).length > 0) return undefined;
    const found = await keys.findOneBy(which);
    if (found && found.bodyHash !== request.bodyHash) {
      throw ApplicationError.conflict('This Idempotency-Key was sent before with something else', 'idempotency-key-used');
    }
    if (found && found.status !== null) return { status: found.status, answer: found.answer ?? {} };
    const lost = await keys.update({ ...which, createdAt: LessThan(new Date(now.getTime() - LOST_MS)) }, { createdAt: now });
    if (lost.affected) return undefined;
    throw ApplicationError.conflict('The first request with this Idempotency-Key is still on its way', 'idempotency-key-in-use');
  }
}
