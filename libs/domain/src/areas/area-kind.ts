import { isAreaCode } from '#domain/observations/area-level.js';

/** What the first three characters of a GSS code stand for, in the words of a page. Finer than the levels of rules. */
const KIND_OF_PREFIX: Readonly<Record<string, string>> = {
  K02: 'Country',
  K03: 'Countries together',
  K04: 'Countries together',
  E92: 'Nation',
  W92: 'Nation',
  S92: 'Nation',
  N92: 'Nation',
  E12: 'Region',
  E47: 'Combined authority',
  E61: 'Combined authority',
  E06: 'Unitary authority',
  E07: 'District',
  E08: 'Metropolitan district',
  E09: 'London borough',
  E10: 'County',
  E11: 'Metropolitan county',
  W06: 'Principal area of Wales',
  S12: 'Council area of Scotland',
  N09: 'District of Northern Ireland',
  E04: 'Parish',
  W04: 'Community of Wales',
  E05: 'Ward',
  W05: 'Ward',
  S13: 'Ward',
  N08: 'Ward',
  E14: 'Parliamentary constituency',
  W07: 'Parliamentary constituency',
  S14: 'Parliamentary constituency',
  N05: 'Parliamentary constituency',
  N06: 'Parliamentary constituency',
  W09: 'Senedd constituency',
  W10: 'Senedd electoral region',
  E23: 'Police force area',
  W15: 'Police force area',
};

const LOCAL_AUTHORITIES = /^(E0[6-9]|E10|W06|S12|N09)/;
const SMALL_AREAS = /^(E0[45]|W0[4579]|W10|E14|S1[34]|N0[568])/;

/** "District", "Ward", "International territorial level 3"; "Area" for what is not known by its code. */
export function kindOfArea(code: string): string {
  if (isTerritorialLevel(code)) return `International territorial level ${code.length - 2}`;
  return KIND_OF_PREFIX[code.slice(0, 3)] ?? 'Area';
}

/** A code of a council: of one tier or of either of two. */
export function isLocalAuthority(code: string): boolean {
  return LOCAL_AUTHORITIES.test(code);
}

/** Parishes, wards and constituencies: too small for the figures of the missions. */
export function isSmallArea(code: string): boolean {
  return SMALL_AREAS.test(code);
}

export function isCombinedAuthority(code: string): boolean {
  return /^E(47|61)/.test(code);
}

/** A code of the international territorial levels (`TLC`, `TLC3`, `TLC31`). */
export function isTerritorialLevel(code: string): boolean {
  return code.startsWith('TL') && isAreaCode(code);
}

/** The class of like authorities that a place is compared in: its kind. Null for what is no council or region. */
export function tierClassOf(code: string): string | null {
  return isLocalAuthority(code) || isCombinedAuthority(code) || code.startsWith('E12') ? kindOfArea(code) : null;
}

/** Do two codes lie in different countries of the United Kingdom? Codes of more than one country lie in none. */
export function areInDifferentCountries(one: string, other: string): boolean {
  return [one, other].every((code) => /^[EWSN]\d/.test(code)) && one.charAt(0) !== other.charAt(0);
}
