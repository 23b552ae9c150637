import { type DataSource } from 'typeorm';
import { GENESIS, hashOfLine } from './audit-chain.js';

/** The first fault of a chain, or none. */
export type ChainFinding = { whole: true; lines: number; head: string } | { whole: false; position: number; fault: string };

export interface ChainLine {
  position: string;
  at: Date;
  actor: string;
  event: string;
  subject: string;
  facts: Record<string, unknown>;
  previous_hash: string;
  hash: string;
}

const PAGE = 5000;

/** Reads the chain from its beginning and recomputes every hash. Memory stays constant. */
export async function verifyChain(dataSource: DataSource): Promise<ChainFinding> {
  let previous = GENESIS;
  let position = 0;
  for (;;) {
    const lines: ChainLine[] = await dataSource.query('SELECT * FROM audit_entries WHERE position > $1 ORDER BY position LIMIT $2', [position, PAGE]);
    if (lines.length === 0) return { whole: true, lines: position, head: previous };
    for (const line of lines) {
      const fault = faultOf(line, position + 1, previous);
      if (fault) return { whole: false, position: position + 1, fault };
      previous = line.hash;
      position += 1;
    }
  }
}

/** What is wrong with a line, given where it should stand and the hash before it. */
export function faultOf(line: ChainLine, expectedPosition: number, previousHash: string): string | undefined {
  const position = Number(line.position);
  if (position !== expectedPosition) return `line ${expectedPosition} is missing`;
  if (line.previous_hash !== previousHash) return 'it does not follow from the line before it';
  const { at, actor, event, subject, facts } = line;
  if (hashOfLine({ position, at, actor, event, subject, facts }, previousHash) !== line.hash) return 'its content was changed';
  return undefined;
}
