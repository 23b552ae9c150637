/**
 * The place of the least value, by the simplex of J. A. Nelder and R. Mead (The Computer Journal 7, 1965) with their own
 * coefficients: reflect 1, expand 2, contract ½, shrink ½. For smooth functions of one to three numbers, as likelihoods are.
 * @param step first size of the simplex
 */
export function leastPlace(value: (place: readonly number[]) => number, start: readonly number[], { step = 1, rounds = 60, tolerance = 1e-4 } = {}): number[] {
  interface Corner {
    readonly place: readonly number[];
    readonly value: number;
  }
  const at = (place: readonly number[]): Corner => {
    const found = value(place);
    return { place, value: Number.isNaN(found) ? Number.POSITIVE_INFINITY : found };
  };
  let corners = [at(start), ...start.map((_, axis) => at(start.map((number, index) => (index === axis ? number + step : number))))];
  for (let round = 0; round < rounds; round++) {
    corners = corners.toSorted((a, b) => a.value - b.value);
    const [best, worst, second] = [corners[0], corners.at(-1), corners.at(-2)];
    if (!best || !worst || !second || Math.abs(worst.value - best.value) < tolerance) break;
    const others = corners.slice(0, -1);
    const middle = start.map((_, axis) => others.reduce((sum, { place }) => sum + (place[axis] ?? 0), 0) / others.length);
    const along = (by: number): Corner => at(middle.map((number, axis) => number + by * (number - (worst.place[axis] ?? 0))));
    const reflected = along(1);
    if (reflected.value < best.value) {
      const expanded = along(2);
      corners = [...others, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < second.value) corners = [...others, reflected];
    else {
      const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) corners = [...others, contracted];
      else corners = [best, ...corners.slice(1).map(({ place }) => at(place.map((number, axis) => ((best.place[axis] ?? 0) + number) / 2)))];
    }
  }
  return [...(corners.toSorted((a, b) => a.value - b.value)[0]?.place ?? start)];
}
