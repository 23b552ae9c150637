import { ApplicationError } from '#platform/errors/application-error.js';

/** The largest number that an id may be: PostgreSQL's integer. */
export const LARGEST_ID = 2 ** 31 - 1;

/** Most items of one answer, and how many there are where nobody says. */
export const LARGEST_PAGE = 200;
export const USUAL_PAGE = 50;

/** A place in a list, as text that callers hand back and need not understand. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a part of a key may be: just what the database can compare it with. */
export type CursorPart = 'id' | 'months' | 'date' | 'instant' | 'text';

const IS_PART: Readonly<Record<CursorPart, (part: unknown) => boolean>> = {
  id: (part) => isWhole(part, 1, LARGEST_ID),
  months: (part) => isWhole(part, 0, 2 ** 15 - 1),
  date: (part) => typeof part === 'string' && isInstant(`${part}T00:00:00.000Z`),
  instant: (part) => typeof part === 'string' && isInstant(part),
  text: (part) => typeof part === 'string' && !part.includes('\0'),
};

/**
 * Reads a cursor back.
 * @param parts what each part of the key must be
 * @throws ApplicationError 400 for a text that this list never gave
 */
export function keyOfCursor(cursor: string | undefined, parts: readonly CursorPart[]): (string | number)[] | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const key = keyIn(cursor, parts);
  if (!key) throw ApplicationError.badRequest('unknown-cursor', 'cursor is not one that an answer of this list gave', 'cursor');
  return key;
}

/** @returns undefined for a text that is no such key */
export function keyIn(cursor: string, parts: readonly CursorPart[]): (string | number)[] | undefined {
  const key = parsed(Buffer.from(cursor, 'base64url').toString());
  const known = Array.isArray(key) && key.length === parts.length && parts.every((kind, index) => IS_PART[kind](key[index]));
  return known ? (key as (string | number)[]) : undefined;
}

/** Cuts the one item too many that was asked for to see whether there are more. */
export function pageOf<Item>(items: readonly Item[], limit: number, keyOf: (item: Item) => readonly (string | number)[]): { items: Item[]; nextCursor: string | null } {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, nextCursor: items.length > limit && last ? cursorOf(keyOf(last)) : null };
}

function isWhole(part: unknown, least: number, most: number): boolean {
  return Number.isInteger(part) && Number(part) >= least && Number(part) <= most;
}

/** As `toISOString` writes it, of a year that PostgreSQL knows. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
