import { kindOfSuccession } from '#domain/areas/succession.js';
import { type GeographyClaims, type SuccessionClaim } from './geography-claims.js';
import { groupedBy } from './grouping.js';
import { type KnownGeography, type ParentRow, type SettledArea, type SuccessionRow } from './known-geography.js';
import { gapsIn, inferDays, settledDays, type SettledDays, sinceOf } from './settle-days.js';
import { settledName } from './settle-names.js';
import { parentCodes, settledParentRows } from './settle-parents.js';
import { settledSuccessions, successorsByDistricts } from './settle-successions.js';

export interface SettledGeography {
  areas: Map<string, SettledArea>;
  parents: ParentRow[];
  successions: SuccessionRow[];
  /** Where files, or a file and what is known, say different things: one line each, with what counts. */
  contradictions: string[];
}

/** Makes one geography of what the files claim and the tables know, by the rules of ADR 19. Faults go to the claims. */
export function settleGeography(claims: GeographyClaims, known: KnownGeography, registered: ReadonlySet<string>): SettledGeography {
  const byCode = groupedBy(claims.names, ({ code }) => code);
  const codes = [...new Set([...known.areas.keys(), ...byCode.keys()])];
  const isKnown = (code: string): boolean => byCode.has(code) || known.areas.has(code);
  refuseUnknownParents(claims, isKnown);

  const succession = settledSuccessions(claims, known, registered, isKnown);
  const days = settledDays(codes, claims, known.areas, registered);
  const steps = [...succession.steps, ...countySteps(claims, known, days, succession.steps)];
  inferDays(days, steps);

  const names = new Map([...byCode].map(([code, ofCode]) => [code, settledName(code, ofCode, known.areas.get(code))]));
  const nameOf = (code: string): string => names.get(code)?.settled.name ?? known.areas.get(code)?.name ?? code;
  const now = (code: string) => ({ from: days.first.get(code)?.day ?? null, to: days.last.get(code)?.day ?? null });
  const parents = settledParentRows(claims, known, { now, nameOf, steps, registered });
  const parentOf = parentCodes(parents.rows);
  const successors = groupedBy(steps, ({ from }) => from);

  const areas = new Map<string, SettledArea>();
  for (const code of codes) {
    const stored = known.areas.get(code);
    const named = names.get(code)?.settled ?? stored;
    if (!named) continue;
    const { name, level, country } = named;
    const [first, last] = [days.first.get(code), days.last.get(code)];
    areas.set(code, {
      code, name, level, country,
      parentCode: parentOf.get(code) ?? (registered.has(code) ? null : (stored?.parentCode ?? null)),
      confirmed: names.has(code) || stored?.confirmed === true,
      validFrom: first?.day ?? null, validTo: last?.day ?? null, validFromBy: first?.source ?? null, validToBy: last?.source ?? null,
      validityEdition: first?.edition ?? last?.edition ?? null,
      successors: (successors.get(code) ?? []).map(({ to }) => to).sort(),
    });
  }
  return {
    areas,
    parents: parents.rows,
    successions: rowsOf(steps.filter(({ from, to }) => isKnown(from) && isKnown(to)), days, nameOf),
    contradictions: [...[...names.values()].flatMap(({ contradictions }) => contradictions), ...days.contradictions, ...succession.contradictions, ...gapsIn(steps, days), ...parents.contradictions, ...claims.notes],
  };
}

function rowsOf(steps: readonly SuccessionClaim[], days: SettledDays, nameOf: (code: string) => string): SuccessionRow[] {
  const after = groupedBy(steps, ({ from }) => from);
  const before = groupedBy(steps, ({ to }) => to);
  const counts = { successorsOf: (code: string) => after.get(code)?.length ?? 0, predecessorsOf: (code: string) => before.get(code)?.length ?? 0 };
  return steps.map((step) => ({ area: step.from, successor: step.to, since: sinceOf(step, days), kind: kindOfSuccession(step, counts, nameOf), source: step.source }));
}

/** Counties that no list gives a successor, by their districts. */
function countySteps(claims: GeographyClaims, known: KnownGeography, { last }: SettledDays, steps: readonly SuccessionClaim[]): SuccessionClaim[] {
  const counties = groupedBy(
    [...claims.parents, ...known.parents].filter(({ area, parent }) => area.startsWith('E07') && parent.startsWith('E10')),
    ({ parent }) => parent,
  );
  const dayOf = (code: string) => ({ code, lastDay: last.get(code)?.day });
  return [...counties].flatMap(([code, districts]) => successorsByDistricts(dayOf(code), [...new Set(districts.map(({ area }) => area))].map(dayOf), steps));
}

function refuseUnknownParents(claims: GeographyClaims, isKnown: (code: string) => boolean): void {
  const told = new Set<string>();
  for (const { area, parent, where } of claims.parents) {
    if (isKnown(parent) || told.has(parent)) continue;
    told.add(parent);
    claims.fault(where, `${area} lies in ${parent}, which is neither in these files nor in the register`, 'parent');
  }
}
