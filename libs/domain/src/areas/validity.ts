import { isLocalAuthority } from './area-kind.js';

/**
 * Who says from or until when a code stands, the best first: our own register by hand; a change in the law that is known
 * to the day; the validity years of a published file; what follows from the codes before and after.
 */
export const VALIDITY_SOURCES = ['register', 'known-change', 'years', 'inferred'] as const;

export type ValiditySource = (typeof VALIDITY_SOURCES)[number];

/** Somebody's word for the first or the last day of a code. */
export interface DayClaim {
  readonly day: string;
  readonly source: ValiditySource;
  /** Year of the file's edition; null where nobody has said. */
  readonly edition: number | null;
  /** File and line, for the report. */
  readonly where: string;
}

/**
 * First day of a code by the start year in the published files. Councils of the United Kingdom are set up with the
 * financial year (orders under the Local Government Acts come into force on 1 April), so `start: 2023` is 1 April 2023.
 * Of other areas (wards change in May, combined authorities with their order) only the year is known.
 */
export function firstDayOf(code: string, startYear: number): string {
  return isLocalAuthority(code) ? `${startYear}-04-01` : `${startYear}-01-01`;
}

/** Last day by the end year: the last year in which the code was in use to the end, so `end: 2022` of a council is 31 March 2023. */
export function lastDayOf(code: string, endYear: number): string {
  return isLocalAuthority(code) ? `${endYear + 1}-03-31` : `${endYear}-12-31`;
}

/** Is only the year of this day known? */
export function isYearOnly(code: string, source: ValiditySource | null): boolean {
  return source === 'years' && !isLocalAuthority(code);
}

/**
 * Of several claims the one that counts: the best source; of the same source the later edition (none counts as the
 * oldest); else the one that was there first. So an older file never overwrites what a better one knows.
 */
export function settledDay(claims: readonly DayClaim[]): DayClaim | undefined {
  return claims.reduce<DayClaim | undefined>((best, claim) => (best && !isBetter(claim, best) ? best : claim), undefined);
}

/** Claims that say another day than the one that counts. A year is no contradiction to a day: its turn is only the nearest guess. */
export function contradicting(code: string, claims: readonly DayClaim[], settled: DayClaim): DayClaim[] {
  return claims.filter((claim) => claim.day !== settled.day && claim.source !== 'inferred' && !isYearOnly(code, claim.source));
}

/** @param days may be negative */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A span of days; null where it is open. */
export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days that both have; undefined where there is none. */
export function sharedDays(one: Validity, other: Validity): Validity | undefined {
  const from = latest(one.from, other.from);
  const to = earliest(one.to, other.to);
  return from !== null && to !== null && from > to ? undefined : { from, to };
}

function latest(one: string | null, other: string | null): string | null {
  return one === null || other === null ? (one ?? other) : one > other ? one : other;
}

function earliest(one: string | null, other: string | null): string | null {
  return one === null || other === null ? (one ?? other) : one < other ? one : other;
}

function isBetter(claim: DayClaim, best: DayClaim): boolean {
  const by = VALIDITY_SOURCES.indexOf(best.source) - VALIDITY_SOURCES.indexOf(claim.source);
  return by !== 0 ? by > 0 : (claim.edition ?? -Infinity) > (best.edition ?? -Infinity);
}
