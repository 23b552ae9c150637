import { contradicting, dayAfter, type DayClaim, isYearOnly, settledDay } from '#domain/areas/validity.js';
import { type GeographyClaims, type SuccessionClaim } from './geography-claims.js';
import { groupedBy } from './grouping.js';
import { type SettledArea } from './known-geography.js';

type Days = Map<string, DayClaim>;

export interface SettledDays {
  first: Days;
  last: Days;
}

/**
 * First and last day of each code by the best word for it, what was stored included.
 * @param registered codes of a register, whose word of before no longer counts
 */
export function settledDays(codes: readonly string[], claims: GeographyClaims, stored: ReadonlyMap<string, SettledArea>, registered: ReadonlySet<string>): SettledDays & { contradictions: string[] } {
  const contradictions: string[] = [];
  const settle = (what: string, side: 'first' | 'last', given: ReadonlyMap<string, DayClaim[]>): Days => {
    const days: Days = new Map();
    for (const code of codes) {
      const known = storedClaim(stored.get(code), side);
      const again = known?.source === 'register' && registered.has(code);
      const all = [...(known && !again ? [known] : []), ...(given.get(code) ?? [])];
      const settled = settledDay(all);
      if (!settled) continue;
      days.set(code, settled);
      contradictions.push(...contradicting(code, all, settled).map(({ where, day }) => `${code}: ${where} says that it ${what} on ${day}, ${settled.where} on ${settled.day}, which counts`));
    }
    return days;
  };
  return { first: settle('began', 'first', claims.firstDays), last: settle('ended', 'last', claims.lastDays), contradictions };
}

/**
 * Fills what the files leave open: a code begins on the day after all codes before it have ended, and ends on the day before
 * all codes after it begin. An area that grows gets a new code, so no older area is given a false beginning.
 */
export function inferDays({ first, last }: SettledDays, steps: readonly SuccessionClaim[]): void {
  const infer = (into: Days, by: Days, own: 'from' | 'to', other: 'from' | 'to', turn: 1 | -1): void => {
    for (const [code, group] of groupedBy(steps, (step) => step[own])) {
      if (into.has(code)) continue;
      const days = new Set(group.map((step) => exactDay(step[other], by.get(step[other]))));
      const [day] = days;
      if (days.size === 1 && day !== undefined) into.set(code, { day: dayAfter(day, turn), source: 'inferred', edition: null, where: 'what came before and after' });
    }
  };
  infer(first, last, 'to', 'from', 1);
  infer(last, first, 'from', 'to', -1);
}

/** The first day of what came after: as it is known, else by the days of both codes. */
export function sinceOf({ from, to, since }: SuccessionClaim, { first, last }: SettledDays): string | null {
  const ended = exactDay(from, last.get(from));
  return since ?? (ended === undefined ? (first.get(to)?.day ?? null) : dayAfter(ended));
}

/** Steps between which days are missing or doubled. */
export function gapsIn(steps: readonly SuccessionClaim[], { first, last }: SettledDays): string[] {
  return steps.flatMap(({ from, to, where }) => {
    const ended = exactDay(from, last.get(from));
    const began = exactDay(to, first.get(to));
    const meet = ended === undefined || began === undefined || dayAfter(ended) === began;
    return meet ? [] : [`${from}: it ended on ${ended}, but ${to}, which came after it by ${where}, began on ${began}; both days are kept`];
  });
}

function exactDay(code: string, claim: DayClaim | undefined): string | undefined {
  return claim && !isYearOnly(code, claim.source) ? claim.day : undefined;
}

function storedClaim(area: SettledArea | undefined, side: 'first' | 'last'): DayClaim | undefined {
  const day = side === 'first' ? area?.validFrom : area?.validTo;
  const source = side === 'first' ? area?.validFromBy : area?.validToBy;
  // what was inferred is inferred again from what is known now
  if (!area || !day || source === 'inferred') return undefined;
  return { day, source: source ?? 'register', edition: area.validityEdition, where: 'the register so far' };
}
