/** More than this many warnings of a release are counted and not listed. */
export const MOST_WARNINGS_LISTED = 500;

/**
 * The warnings that are listed: the worst of each kind in turn, so that a flood of one kind hides none of another, and then
 * the worst first.
 * @param byKind of each kind the worst first
 */
export function listedWarnings<Warning extends { severity: number }>(byKind: readonly (readonly Warning[])[], most: number = MOST_WARNINGS_LISTED): Warning[] {
  const longest = Math.max(0, ...byKind.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, index) => byKind.flatMap((kind) => kind[index] ?? [])).flat();
  return inTurn.slice(0, most).sort((a, b) => b.severity - a.severity);
}
