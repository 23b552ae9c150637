import { KNOWN_CHANGES } from '#domain/areas/known-changes.js';
import { dayAfter } from '#domain/areas/validity.js';
import { circleIn, currentCodes, successorsByCode, withoutShortcuts } from '#domain/areas/succession.js';
import { type GeographyClaims, type SuccessionClaim } from './geography-claims.js';
import { type KnownGeography } from './known-geography.js';

/**
 * What came after what, by all files, by what was stored and by the changes that are known; a step that skips another is
 * left out. Known days go to the claims about first and last days.
 * @param isKnown codes of the database and of this import
 */
export function settledSuccessions(
  claims: GeographyClaims,
  known: KnownGeography,
  registered: ReadonlySet<string>,
  isKnown: (code: string) => boolean,
): { steps: SuccessionClaim[]; contradictions: string[] } {
  const all = onceEach([...knownChanges(claims, isKnown), ...claims.successions, ...storedSteps(known, registered)]);
  const circle = circleIn(successorsByCode(all));
  if (circle !== undefined) {
    const step = claims.successions.find(({ from }) => from === circle);
    claims.fault(step?.where ?? circle, `${circle} comes after itself by way of its successors`, 'successors');
    return { steps: [], contradictions: [] };
  }
  const { kept, skipped } = withoutShortcuts(all);
  return {
    steps: kept,
    contradictions: skipped.map(({ from, to, where, through }) => `${from}: ${where} says that ${to} came after it, but ${through.join(', ')} came between; the whole chain counts`),
  };
}

/** A county that ended with its districts, and that no file names a successor of, became what they became. */
export function successorsByDistricts(
  county: { code: string; lastDay: string | undefined },
  districts: readonly { code: string; lastDay: string | undefined }[],
  steps: readonly SuccessionClaim[],
): SuccessionClaim[] {
  const direct = successorsByCode(steps);
  const together = county.lastDay !== undefined && districts.length > 0 && districts.every(({ code, lastDay }) => lastDay === county.lastDay && direct.has(code));
  if (!together || direct.has(county.code)) return [];
  const after = new Set(districts.flatMap(({ code }) => currentCodes(code, direct)));
  return [...after].sort().map((to) => ({ from: county.code, to, since: null, source: 'what its districts became', where: county.code }));
}

function knownChanges(claims: GeographyClaims, isKnown: (code: string) => boolean): SuccessionClaim[] {
  return KNOWN_CHANGES.flatMap(({ from, to, since, source }) => {
    if (!isKnown(from)) return [];
    claims.lastDay(from, { day: dayAfter(since, -1), source: 'known-change', edition: null, where: source });
    return to.filter(isKnown).map((code) => {
      claims.firstDay(code, { day: since, source: 'known-change', edition: null, where: source });
      return { from, to: code, since, source, where: source };
    });
  });
}

/** A register that names a code says anew all that a register said of it before. */
function storedSteps({ areas, successions }: KnownGeography, registered: ReadonlySet<string>): SuccessionClaim[] {
  const told = new Set(successions.map(({ area, successor }) => `${area} ${successor}`));
  const tables = successions
    .filter(({ area, source }) => source !== 'register' || !registered.has(area))
    .map(({ area, successor, source }) => ({ from: area, to: successor, since: null, source, where: source }));
  // notes beside figures name successors, some of them of areas that are not loaded yet
  const notes = [...areas.values()].filter(({ code }) => !registered.has(code)).flatMap(({ code, successors }) =>
    successors.filter((to) => !told.has(`${code} ${to}`)).map((to) => ({ from: code, to, since: null, source: 'notes beside figures', where: `notes beside the figures of ${code}` })),
  );
  return [...tables, ...notes];
}

function onceEach(steps: readonly SuccessionClaim[]): SuccessionClaim[] {
  const found = new Map<string, SuccessionClaim>();
  for (const step of steps) {
    const key = `${step.from} ${step.to}`;
    if (!found.has(key)) found.set(key, step);
  }
  return [...found.values()];
}
