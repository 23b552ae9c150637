import { type ClassClaim, type GeographyClaims, type NeighbourClaim } from './geography-claims.js';
import { groupedBy } from './grouping.js';
import { type ClassRow, type KnownGeography, type NeighbourRow, type SettledArea } from './known-geography.js';

/** Edition of a list whose areas have no validity years and that nobody gave a year. */
export const UNDATED = 'undated';

export interface SettledLikeness {
  classes: ClassRow[];
  neighbours: NeighbourRow[];
  /** How the edition of each list was found, for the report. */
  notes: string[];
}

/**
 * Classes and neighbours with their edition: the year that was given, else that of the newest code in the list, for a list
 * cannot be older than its codes. A list of the same edition replaces the one before it; other editions stay beside it.
 */
export function settleLikeness(claims: GeographyClaims, known: KnownGeography, areas: ReadonlyMap<string, SettledArea>, edition: number | null): SettledLikeness {
  refuseUnknown(claims, areas);
  const notes: string[] = [];
  const editionOf = (what: string, codes: Iterable<string>): string => {
    if (edition !== null) return String(edition);
    const years = [...new Set(codes)].map((code) => areas.get(code)?.validFrom?.slice(0, 4) ?? '');
    const newest = years.sort().at(-1) || UNDATED;
    notes.push(`${what}: no edition was given; ${newest === UNDATED ? 'none of its codes has a first year, so it is undated' : `taken as ${newest}, the first year of its newest code`}`);
    return newest;
  };
  const classes = [...groupedBy(claims.classes, ({ scheme }) => scheme)].flatMap(([scheme, list]) => {
    const of = editionOf(`clusters ${scheme}`, list.map(({ code }) => code));
    return list.map((claim: ClassClaim): ClassRow => ({ area: claim.code, scheme, edition: of, class: claim.class }));
  });
  const neighbours = [...groupedBy(claims.neighbours, ({ model }) => model)].flatMap(([model, list]) => {
    const of = editionOf(`${model} neighbours`, list.flatMap(({ code, neighbour }) => [code, neighbour]));
    return list.map((claim: NeighbourClaim): NeighbourRow => ({ model, edition: of, area: claim.code, rank: claim.rank, neighbour: claim.neighbour }));
  });
  const newClasses = new Set(classes.map(({ scheme, edition: of }) => `${scheme} ${of}`));
  const newSets = new Set(neighbours.map(({ model, edition: of }) => `${model} ${of}`));
  return {
    classes: [...known.classes.filter((row) => !newClasses.has(`${row.scheme} ${row.edition}`)), ...classes],
    neighbours: [...known.neighbours.filter((row) => !newSets.has(`${row.model} ${row.edition}`)), ...neighbours],
    notes,
  };
}

function refuseUnknown(claims: GeographyClaims, areas: ReadonlyMap<string, SettledArea>): void {
  const used = [...claims.classes.map(({ code, where }) => ({ code, where })), ...claims.neighbours.flatMap(({ code, neighbour, where }) => [{ code, where }, { code: neighbour, where }])];
  for (const [code, uses] of groupedBy(used.filter((use) => !areas.has(use.code)), (use) => use.code)) {
    const also = uses.length > 1 ? ` (and ${uses.length - 1} more times)` : '';
    claims.fault(uses[0]?.where ?? '', `the area ${code} is not in the register: load the codes first${also}`, 'code');
  }
}
