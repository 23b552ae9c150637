import { createHash } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { canonicalJson } from './canonical-json.js';

/** What a move says of itself for the audit. */
export interface AuditRecord {
  actor: string;
  event: string;
  subject: string;
  facts: Record<string, unknown>;
}

/** The hash that comes before the first line. */
export const GENESIS = '0'.repeat(64);

/** Key of the advisory lock that serialises appends ("WAYM"). */
const CHAIN_LOCK = 0x5741594d;

/** The hash of a line: SHA-256 over the previous hash, a line break, and the line's canonical JSON. */
export function hashOfLine(line: AuditRecord & { position: number; at: Date }, previousHash: string): string {
  const { position, at, actor, event, subject, facts } = line;
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson({ position, at: at.toISOString(), actor, event, subject, facts })}`)
    .digest('hex');
}

/**
 * Appends one line. Called by the unit of work as the last thing before commit: the chain's lock is held from here to the
 * commit only, so moves wait for each other as briefly as can be.
 */
export async function appendToChain(manager: EntityManager, record: AuditRecord, at: Date): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
  const last: { position: string; hash: string }[] = await manager.query(
    'SELECT position, hash FROM audit_entries ORDER BY position DESC LIMIT 1',
  );
  const previousHash = last[0]?.hash ?? GENESIS;
  const position = Number(last[0]?.position ?? 0) + 1;
  const facts: Record<string, unknown> = JSON.parse(canonicalJson(record.facts));
  const hash = hashOfLine({ ...record, facts, position, at }, previousHash);
  await manager.query(
    `INSERT INTO audit_entries (position, at, actor, event, subject, facts, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [position, at, record.actor, record.event, record.subject, facts, previousHash, hash],
  );
}
