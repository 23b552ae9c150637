import { type Hierarchy, hierarchyOf } from './hierarchy.js';
import { sharedDays, type Validity } from './validity.js';

/**
 * Who says in what an area lies. `carried`: the code before it, which was only numbered anew; `by-successor`: the list of
 * today's codes, of one that has ended; `stored`: an import before these tables were.
 */
export type ParentSource = 'register' | 'code-list' | 'area-tree' | 'itl-lookup' | 'carried' | 'by-successor' | 'stored';

export interface ParentClaim {
  readonly area: string;
  readonly parent: string;
  readonly source: ParentSource;
  /** File and line, for the report. */
  readonly where: string;
  /** The area lies in it by and large only. */
  readonly bestFit?: boolean;
  /** Days that the file itself gives for this link. */
  readonly days?: Validity;
}

export interface Parentage extends Validity {
  readonly area: string;
  readonly parent: string;
  readonly hierarchy: Hierarchy;
  readonly source: ParentSource;
  readonly bestFit: boolean;
  readonly where: string;
}

/**
 * Which source counts where two name parents of the same days, the best first. The code lists look up council → region
 * directly; the tree goes by way of the combined authority, which may reach into another region, so its region is a best
 * fit. Of combined authorities the tree is newer, for the code lists still name those that have ended.
 */
const ORDER: Record<Hierarchy, readonly ParentSource[]> = {
  administrative: ['register', 'code-list', 'area-tree', 'by-successor', 'stored'],
  'combined-authority': ['register', 'area-tree', 'code-list', 'stored'],
  itl: ['register', 'itl-lookup', 'carried', 'stored'],
  countries: ['register', 'code-list', 'area-tree', 'stored'],
  'small-areas': ['register', 'area-tree', 'stored'],
};

/**
 * Settles who lies in what. A link stands on the days on which both codes stand; links that share no day follow one
 * another; of two that do, the better source counts and the other is a contradiction. A parish may lie in several areas.
 * @param standing the days of every code that is known
 */
export function settledParents(
  claims: readonly ParentClaim[],
  standing: (code: string) => Validity,
): { parents: Parentage[]; contradictions: { counts: Parentage; other: Parentage }[] } {
  const parents: Parentage[] = [];
  const contradictions: { counts: Parentage; other: Parentage }[] = [];
  for (const ofArea of groupedByTree(claims).values()) {
    const settled: Parentage[] = [];
    for (const link of ofArea.flatMap((claim) => parentage(claim, standing) ?? []).sort(bySource)) {
      if (settled.some(({ parent }) => parent === link.parent)) continue;
      const counts = link.hierarchy === 'small-areas' ? undefined : settled.find((other) => sharedDays(other, link));
      if (counts) contradictions.push({ counts, other: link });
      else settled.push(link);
    }
    parents.push(...settled);
  }
  return { parents: markedBestFit(parents), contradictions };
}

/** A combined authority whose members lie in more than one region lies in its region by and large only. */
function markedBestFit(parents: readonly Parentage[]): Parentage[] {
  const combined = parents.filter(({ hierarchy }) => hierarchy === 'combined-authority');
  const regions = parents.filter(({ area, parent, hierarchy }) => hierarchy === 'administrative' && parent.startsWith('E12') && !area.startsWith('E12'));
  const reachesOut = new Set(
    combined
      .filter(({ parent }) => parent.startsWith('E12'))
      .filter(({ area, parent }) => {
        const members = new Set(combined.filter((link) => link.parent === area).map((link) => link.area));
        return regions.some((link) => members.has(link.area) && link.parent !== parent);
      })
      .map(({ area }) => area),
  );
  return parents.map((link) => (link.hierarchy === 'combined-authority' && reachesOut.has(link.area) && link.parent.startsWith('E12') ? { ...link, bestFit: true } : link));
}

function parentage({ area, parent, source, where, bestFit = false, days }: ParentClaim, standing: (code: string) => Validity): Parentage | undefined {
  const both = sharedDays(standing(area), standing(parent));
  const shared = both && days ? sharedDays(both, days) : both;
  return shared && { area, parent, hierarchy: hierarchyOf(area, parent), source, bestFit, where, from: shared.from, to: shared.to };
}

function groupedByTree(claims: readonly ParentClaim[]): Map<string, ParentClaim[]> {
  const groups = new Map<string, ParentClaim[]>();
  for (const claim of claims) {
    const key = `${claim.area} ${hierarchyOf(claim.area, claim.parent)}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

/** Stable: of equal sources the one that was there first. */
function bySource(a: Parentage, b: Parentage): number {
  const order = ORDER[a.hierarchy];
  const place = ({ source }: Parentage): number => (order.includes(source) ? order.indexOf(source) : order.length);
  return place(a) - place(b);
}
