import { type Transaction } from '#platform/unit-of-work/transaction.js';

/**
 * Claims a watch's term inside the transaction that does its work. @param term an ISO date for a daily watch.
 * @returns false where it was done before: then there is nothing left to do.
 */
export async function claimTerm(tx: Transaction, watch: string, term: string): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query('INSERT INTO watch_marks (watch, term, done_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING watch', [
    watch,
    term,
    tx.now,
  ]);
  return rows.length > 0;
}
