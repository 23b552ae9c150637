import { areInDifferentCountries } from './area-kind.js';

export type SuccessionKind = 'recoded' | 'renamed' | 'merged' | 'split';

/** One code that came after another. */
export interface Succession {
  readonly from: string;
  readonly to: string;
}

/** Codes that came directly after each code. */
export type SuccessorsOf = ReadonlyMap<string, readonly string[]>;

export function successorsByCode(successions: readonly Succession[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of successions) {
    const known = found.get(from);
    if (!known) found.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  }
  return found;
}

/** Every code that came after, however far; the code itself is never among them. */
export function allSuccessors(code: string, successors: SuccessorsOf): string[] {
  const seen = new Set<string>();
  const waiting = [...(successors.get(code) ?? [])];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next === code || seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(successors.get(next) ?? []));
  }
  return [...seen];
}

/** The codes at the end of the chain: what the area is called today. A code without successors is its own. */
export function currentCodes(code: string, successors: SuccessorsOf): string[] {
  return [code, ...allSuccessors(code, successors)].filter((each) => !successors.get(each)?.length).sort();
}

/**
 * Leaves out steps that skip one: of A → B, B → C and A → C the last. A list of today's codes names only the end of the
 * chain, and one code would look as if it had been split in two.
 * @returns what is left, and what was left out with the codes between
 */
export function withoutShortcuts<Step extends Succession>(steps: readonly Step[]): { kept: Step[]; skipped: (Step & { through: string[] })[] } {
  const direct = successorsByCode(steps);
  const between = (step: Step): string[] =>
    (direct.get(step.from) ?? []).filter((code) => code !== step.to && allSuccessors(code, direct).includes(step.to));
  const judged = steps.map((step) => ({ step, through: between(step) }));
  return {
    kept: judged.filter(({ through }) => through.length === 0).map(({ step }) => step),
    skipped: judged.filter(({ through }) => through.length > 0).map(({ step, through }) => ({ ...step, through })),
  };
}

/** Several after one: split. One after several: merged. One after one: renamed, or recoded where the name stayed. */
export function kindOfSuccession(
  { from, to }: Succession,
  counts: { successorsOf: (code: string) => number; predecessorsOf: (code: string) => number },
  nameOf: (code: string) => string,
): SuccessionKind {
  if (counts.successorsOf(from) > 1) return 'split';
  if (counts.predecessorsOf(to) > 1) return 'merged';
  return nameOf(from) === nameOf(to) ? 'recoded' : 'renamed';
}

/** Why a succession cannot be: a published lookup has taken Hartlepool for Dumfries and Galloway. */
export function impossibleSuccession({ from, to }: Succession): string | undefined {
  if (from === to) return `${from} cannot come after itself`;
  if (areInDifferentCountries(from, to)) return `${to} cannot come after ${from}: they lie in different countries`;
  return undefined;
}

/** A code that comes after itself by a longer way, with that way; undefined where there is none. */
export function circleIn(successors: SuccessorsOf): string | undefined {
  return [...successors.keys()].find((code) => [...(successors.get(code) ?? [])].some((next) => next === code || allSuccessors(next, successors).includes(code)));
}
