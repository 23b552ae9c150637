import { type AreaLevel } from './area-level.js';

/** An area as far as its name can decide. */
export interface AreaOfName {
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
  readonly country: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly successors: readonly string[];
}

/** What a row says beside the name. */
export interface NameSought {
  readonly name: string;
  readonly country?: string;
  readonly levels?: readonly AreaLevel[];
  /** ISO date that the figure belongs to: the area that had the name then is meant. */
  readonly on?: string;
}

const TITLES =
  /\b(?:royal borough of|london borough of|metropolitan (?:borough|district) council|(?:city|county|borough|district|unitary) (?:of |and |& )*(?:city |county |borough |district )?council|council|corporation|(?:city|county|borough|royal borough) of)\b/g;

/**
 * A name without what one table writes and another does not: case, accents, "&" for "and", "Council", "City of",
 * "Kingston upon Hull, City of", blanks. Never enough by itself: "North East" is four areas.
 */
export function plainAreaName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(TITLES, ' ')
    .trim()
    .replace(/^(?:the|county) /, '')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/**
 * The one area that a name can mean.
 * @param named areas whose plain name is the plain name sought
 * @returns its code; all their codes where there are several; undefined where there is none
 */
export function areaOfName(named: readonly AreaOfName[], { country, levels, on }: NameSought): string | readonly string[] | undefined {
  const fit = named.filter(
    (area) => (country === undefined || area.country === country) && (levels === undefined || levels.includes(area.level)),
  );
  if (fit.length === 0) return undefined;
  const standing = fit.filter((area) => stoodOn(area, on));
  const meant = standing.length > 0 ? standing : fit;
  // of an old code and its successor the successor is meant, where no dates tell them apart
  const codes = new Set(meant.map(({ code }) => code));
  const last = meant.filter(({ successors }) => !successors.some((code) => codes.has(code)));
  return last.length === 1 ? last[0]?.code : last.map(({ code }) => code);
}

function stoodOn({ validFrom, validTo, successors }: AreaOfName, on: string | undefined): boolean {
  if (on === undefined) return (validTo ?? null) === null && successors.length === 0;
  if (validFrom && validFrom > on) return false;
  // a dead code without a date may have stood then
  return !validTo || validTo >= on;
}
