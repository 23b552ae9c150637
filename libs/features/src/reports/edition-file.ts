import { createHash } from 'node:crypto';
import { LAST_EDITION_SCHEMA } from '#domain/framework-closings/last-edition-document.js';
import { EDITION_SCHEMAS } from '#domain/reports/edition-document.js';
import { canonicalJson } from '#platform/audit/canonical-json.js';

/** What came of holding a file against its checksum. */
export interface EditionFinding {
  /** For people, one line each. */
  lines: string[];
  whole: boolean;
}

/** What is frozen as one file, and how it is recognised. */
const SCHEMAS = [...EDITION_SCHEMAS, LAST_EDITION_SCHEMA];

/** Canonical JSON, and the SHA-256 over its bytes in hex. */
export function sealDocument(document: object): { body: string; checksum: string } {
  const body = canonicalJson(document);
  return { body, checksum: createHash('sha256').update(body).digest('hex') };
}

/** @param published the checksum as published, or the line of a `.sha256` file; '' where there is none to compare with */
export function verifyEdition(bytes: Buffer, published: string): EditionFinding {
  const found = createHash('sha256').update(bytes).digest('hex');
  const [wanted = ''] = published.trim().toLowerCase().split(/\s+/);
  const faults = editionFileFaults(bytes.toString('utf8'));
  const other = wanted !== '' && wanted !== found;
  const compared =
    wanted === '' ? 'No checksum to compare with: give --checksum, or put FILE.sha256 beside the file' : other ? `The checksum is another: ${wanted}` : 'The checksum is the published one';
  return { lines: [`SHA-256 ${found}`, ...faults, compared], whole: faults.length === 0 && !other };
}

/** Undefined where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wrong with a file that should be a published edition, one line each; nothing where it is one. */
function editionFileFaults(text: string): string[] {
  const document = parsed(text);
  if (document === undefined) return ['The file is no JSON'];
  if (typeof document !== 'object' || document === null || !('schema' in document) || !SCHEMAS.some((schema) => schema === document.schema)) return ['The file is no edition of a report, and no last edition of a framework'];
  // the same content in another order or with blanks has another checksum
  return canonicalJson(document) === text ? [] : ['The file is not in canonical form: it was changed since it was published'];
}

/** Which edition a file says it is; null where it says nothing that is understood. */
export function editionNamedIn(text: string): { report: string; edition: number } | { framework: string } | null {
  const document = parsed(text);
  if (typeof document !== 'object' || document === null) return null;
  const { reference, edition, framework } = document as { reference?: unknown; edition?: unknown; framework?: { slug?: unknown } | null };
  if (typeof reference === 'string' && typeof edition === 'number' && Number.isInteger(edition) && Math.abs(edition) < 2 ** 31) return { report: reference, edition };
  return typeof framework?.slug === 'string' ? { framework: framework.slug } : null;
}
