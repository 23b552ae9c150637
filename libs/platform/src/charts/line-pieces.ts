import { type ChartTime, decimalYearOf } from './chart-shape.js';

/** Points further apart than so many usual spacings have something missing between them. */
const GAP = 1.5;

/**
 * A series cut where it has no figures for a time: a line drawn through those years would show figures that there are not.
 * @param points oldest first
 */
export function linePieces<Point extends { readonly x: ChartTime }>(points: readonly Point[]): Point[][] {
  const times = points.map(({ x }) => decimalYearOf(x));
  const spacings = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const usual = usualOf(spacings.filter((spacing) => spacing > 0));
  return points.reduce<Point[][]>((pieces, point, index) => {
    const spacing = spacings[index - 1];
    if (spacing === undefined || spacing > GAP * usual) pieces.push([point]);
    else pieces.at(-1)?.push(point);
    return pieces;
  }, []);
}

/** The median; of an even number the lesser of the middle two, since a gap is longer than the cadence and never shorter. */
function usualOf(spacings: readonly number[]): number {
  return spacings.toSorted((a, b) => a - b)[Math.floor((spacings.length - 1) / 2)] ?? Infinity;
}
