/** Height that a label takes, in pixels of the drawing. */
const LINE_HEIGHT = 17;

export interface EndLabel {
  name: string;
  x: number;
  y: number;
  text: string;
}

/**
 * Names of lines at their ends, moved apart where they would lie on one another.
 * @param ends the last point of each line
 * @param domain least and largest value of the axis, over `height` pixels
 */
export function placeLabels(
  ends: readonly { name: string; x: number; y: number }[],
  domain: readonly [number, number],
  height: number,
): EndLabel[] {
  const apart = ((domain[1] - domain[0]) / height) * LINE_HEIGHT;
  const x = Math.max(...ends.map((end) => end.x));
  const placed: EndLabel[] = [];
  // From the top: each goes where its line ends, or as far below the one above as a line of text needs.
  for (const end of [...ends].sort((a, b) => b.y - a.y)) {
    const above = placed.at(-1)?.y ?? Infinity;
    placed.push({ name: end.name, text: end.name, x, y: Math.min(end.y, above - apart) });
  }
  const sunk = domain[0] - (placed.at(-1)?.y ?? domain[0]);
  return sunk > 0 ? placed.map((label) => ({ ...label, y: label.y + sunk })) : placed;
}
