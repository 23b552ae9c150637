/** A class of a map: figures from its lowest to its highest, both in it. */
export interface MapClass {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** More shades than this nobody tells apart. */
export const MOST_CLASSES = 5;

/**
 * Classes with about as many places each, the lowest first. Places with the same figure are never parted, so there may be
 * fewer classes than five, and classes of unlike size; no class is empty.
 */
export function classBreaks(values: readonly number[], most = MOST_CLASSES): MapClass[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const classes: MapClass[] = [];
  for (let from = 0, left = Math.min(most, new Set(sorted).size); from < sorted.length; left -= 1) {
    let to = left <= 1 ? sorted.length : from + Math.max(1, Math.round((sorted.length - from) / left));
    while (to < sorted.length && sorted[to] === sorted[to - 1]) to += 1;
    classes.push({ low: sorted[from] ?? 0, high: sorted[to - 1] ?? 0, count: to - from });
    from = to;
  }
  return classes;
}

/** Which class a figure is in, from 0; -1 for none. */
export function classOf(value: number, classes: readonly MapClass[]): number {
  return classes.findIndex(({ low, high }) => value >= low && value <= high);
}
