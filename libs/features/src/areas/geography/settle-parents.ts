import { hierarchyOf } from '#domain/areas/hierarchy.js';
import { type Parentage, type ParentClaim, settledParents } from '#domain/areas/parentage.js';
import { sharedDays, type Validity } from '#domain/areas/validity.js';
import { type GeographyClaims, type SuccessionClaim } from './geography-claims.js';
import { groupedBy } from './grouping.js';
import { type KnownGeography, type ParentRow, type SettledArea } from './known-geography.js';

interface Standing {
  /** The days of a code as settled now. */
  now: (code: string) => Validity;
  nameOf: (code: string) => string;
  steps: readonly SuccessionClaim[];
  registered: ReadonlySet<string>;
}

/** Settles what lies in what, from the files and what was stored. */
export function settledParentRows(claims: GeographyClaims, known: KnownGeography, standing: Standing): { rows: ParentRow[]; contradictions: string[] } {
  const stored = storedClaims(known, standing.registered);
  const carried = carriedClaims([...claims.parents, ...stored], standing);
  const { parents, contradictions } = settledParents([...claims.parents, ...carried.claims, ...stored], standing.now);
  return {
    rows: parents.map(({ area, parent, hierarchy, from, to, bestFit, source }) => ({ area, parent, hierarchy, validFrom: from, validTo: to, bestFit, source })),
    contradictions: [
      ...carried.notes,
      ...eachPairOnce(contradictions.filter(({ other }) => !['by-successor', 'stored', 'carried'].includes(other.source) && other.where !== STORED)).map(
        ({ counts, other }) => `${other.area}: ${other.where} puts it in ${other.parent}, ${counts.where} in ${counts.parent}, which counts`,
      ),
    ],
  };
}

/** Of every area the code that stands beside it in the register of areas: its council, region or nation before any other tree. */
export function parentCodes(rows: readonly ParentRow[]): Map<string, string> {
  const order = ['administrative', 'itl', 'combined-authority', 'small-areas', 'countries'];
  const place = ({ hierarchy, validTo }: ParentRow): string => `${order.indexOf(hierarchy)} ${validTo === null ? '' : 'ended'}`;
  const best = new Map<string, ParentRow>();
  for (const row of rows) {
    const known = best.get(row.area);
    if (!known || place(row) < place(known)) best.set(row.area, row);
  }
  return new Map([...best].map(([area, { parent }]) => [area, parent]));
}

const STORED = 'the register so far';

/** What is stored counts like the file that it came from. Days that a file gave for the link alone are kept. */
function storedClaims({ areas, parents }: KnownGeography, registered: ReadonlySet<string>): ParentClaim[] {
  const days = (code: string): Validity => daysOf(areas.get(code));
  const rows = parents
    .filter(({ area, source }) => source !== 'carried' && (source !== 'register' || !registered.has(area)))
    .map(({ area, parent, source, bestFit, validFrom, validTo }) => {
      const shared = sharedDays(days(area), days(parent));
      const own = shared?.from === validFrom && shared.to === validTo ? {} : { days: { from: validFrom, to: validTo } };
      return { area, parent, source, bestFit, where: STORED, ...own };
    });
  const told = new Set(parents.map(({ area, parent }) => `${area} ${parent}`));
  const before = [...areas.values()].flatMap(({ code, parentCode }) =>
    parentCode !== null && areas.has(parentCode) && !told.has(`${code} ${parentCode}`) && !registered.has(code) ? [{ area: code, parent: parentCode, source: 'stored' as const, where: STORED }] : [],
  );
  return [...rows, ...before];
}

/** A look-up may still name a code that has been numbered anew: the new code lies where the old one did, give or take its boundary. */
function carriedClaims(claims: readonly ParentClaim[], { now, nameOf, steps }: Standing): { claims: ParentClaim[]; notes: string[] } {
  const placed = claims.filter(({ source }) => source === 'itl-lookup');
  const areas = new Set(placed.map(({ area }) => area));
  const after = groupedBy(steps, ({ from }) => from);
  const before = groupedBy(steps, ({ to }) => to);
  const carried = placed.flatMap(({ area, parent, where }) => {
    const [step, ...more] = after.get(area) ?? [];
    const anew = step && more.length === 0 && before.get(step.to)?.length === 1 && nameOf(area) === nameOf(step.to);
    if (!anew || areas.has(step.to) || hierarchyOf(area, parent) !== 'itl' || now(area).to === null) return [];
    return [{ claim: { area: step.to, parent, source: 'carried' as const, where, bestFit: true }, note: `${area}: ${where} still names it; it ended on ${now(area).to}, and ${step.to} ${nameOf(step.to)} takes its place in ${parent}, as a best fit` }];
  });
  return { claims: carried.map(({ claim }) => claim), notes: [...new Set(carried.filter(({ claim }) => claim.where !== STORED).map(({ note }) => note))] };
}

/** Every line of a list says again that a region lies in its nation. */
function eachPairOnce<Pair extends { counts: Parentage; other: Parentage }>(pairs: readonly Pair[]): Pair[] {
  return [...groupedBy(pairs, ({ counts, other }) => `${other.area} ${counts.parent} ${other.parent}`).values()].flatMap(([first]) => first ?? []);
}

function daysOf(area: SettledArea | undefined): Validity {
  return { from: area?.validFrom ?? null, to: area?.validTo ?? null };
}
