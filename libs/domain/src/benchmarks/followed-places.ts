import { currentCodes, type SuccessorsOf } from '#domain/areas/succession.js';

/**
 * Neighbours as they are called today, the nearest first: a list may hold codes that have ended. Two that were merged are
 * one place; one that was split, for which no part can speak, stays under its old code and will have no figure; the place
 * itself is nobody's neighbour.
 */
export function followedNeighbours(code: string, neighbours: readonly string[], successors: SuccessorsOf): string[] {
  const own = new Set([code, ...currentCodes(code, successors)]);
  const followed = neighbours.map((neighbour) => {
    const [only, ...others] = currentCodes(neighbour, successors);
    return only !== undefined && others.length === 0 ? only : neighbour;
  });
  return [...new Set(followed)].filter((each) => !own.has(each));
}

/**
 * The code under which a place's figures are published: its own, that of the one code that it simply became, or the one that
 * it simply was before (Barnsley is E08000016 in figures and E08000038 in lists).
 * @param codes under which there are figures
 * @returns undefined where there are none, or only those of a part or of a larger whole
 */
export function codeWithFigures(code: string, codes: ReadonlySet<string>, successors: SuccessorsOf): string | undefined {
  if (codes.has(code)) return code;
  const after = chainOf(code, (each) => successors.get(each) ?? [], (each) => predecessorsOf(each, successors));
  const before = chainOf(code, (each) => predecessorsOf(each, successors), (each) => successors.get(each) ?? []);
  return [...after, ...before].find((each) => codes.has(each));
}

function predecessorsOf(code: string, successors: SuccessorsOf): string[] {
  return [...successors].filter(([, after]) => after.includes(code)).map(([before]) => before);
}

/** Steps of one to one, in one direction; it ends at a split, a merger and a circle. */
function chainOf(code: string, next: (code: string) => readonly string[], back: (code: string) => readonly string[]): string[] {
  const found: string[] = [];
  for (let at = code; ; ) {
    const [only, ...others] = next(at);
    if (only === undefined || others.length > 0 || back(only).length !== 1 || only === code || found.includes(only)) return found;
    found.push(only);
    at = only;
  }
}
