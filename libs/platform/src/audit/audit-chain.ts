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

/** The hash of a line: SHA-256 over the previous hash, a line break, and the line's canonical JSON. */
export function hashOfLine(line: AuditRecord & { position: number; at: Date }, previousHash: string): string {
  const { position, at, actor, event, subject, facts } = line;
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson({ position, at: at.toISOString(), actor, event, subject, facts })}`)
    .digest('hex');
}

/**
 * Appends one line, in one statement. Called by the unit of work as the last thing before commit: the chain's lock is held from here to
 * the commit only, so moves wait for each other as briefly as can be.
 */
export async function appendToChain(manager: EntityManager, record: AuditRecord, at: Date): Promise<void> {
  const facts: Record<string, unknown> = JSON.parse(canonicalJson(record.facts));
  const { actor, event, subject } = record;
  // the position is the database's to know; canonical keys come in the order of the alphabet, so it stands between these two
  const head = `${canonicalJson({ actor, at: at.toISOString(), event, facts }).slice(0, -1)},"position":`;
  const tail = `,${canonicalJson({ subject }).slice(1)}`;
  await manager.query('SELECT append_audit_entry($1, $2, $3, $4, $5, $6, $7)', [at, actor, event, subject, facts, head, tail]);
}
