import { createHash } from 'node:crypto';
import { type Request } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type IdempotentRequestsService, type KeyedAnswer } from '#features/access/idempotent-requests.service.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';

/** How the header is described. */
export const KEY = { name: 'Idempotency-Key', required: false, description: 'The same request again with the same key, within a day, is answered alike and done once' };

/** Keeps an answer in the transaction of the work. */
export type KeepAnswer = (tx: Transaction, given: KeyedAnswer) => Promise<void>;

/**
 * Does a POST once for its `Idempotency-Key`; without one each time.
 * @param sent all that the request asks for: the same key with another is refused
 */
export async function onceForKey(
  requests: IdempotentRequestsService,
  { actor, request, sent }: { actor: Actor; request: Request; sent: object },
  work: (keep: KeepAnswer) => Promise<KeyedAnswer>,
): Promise<KeyedAnswer> {
  const key = request.get('idempotency-key');
  if (!key || !actor.tokenId) return work(async () => undefined);
  const parts = Object.entries(sent).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  const bodyHash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return requests.once({ key, tokenId: actor.tokenId, request: `POST ${request.path}`, bodyHash }, work);
}
