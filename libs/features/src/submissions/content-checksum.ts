import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/audit/canonical-json.js';

/** SHA-256 over the canonical JSON of a content, in hex: what a version's `checksum` can be checked against. */
export function checksumOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
