/**
 * A figure made of all areas, with how much it hangs on each of them. Figures of figures (a distance, a ratio, a share of
 * the mean) are made by the rules of differentiation, so that every gap carries its own error.
 */
export interface Estimate {
  readonly value: number;
  /** By area: what leaving it out would take from the figure, scaled so that the sum of squares is the jackknife variance. */
  readonly influence: Float64Array;
  /** By area: how the figure moves with the area's own figure, for the errors of measurement. */
  readonly slope: Float64Array;
}

export function estimateOf(value: number, size: number, of: (index: number) => { influence: number; slope: number }): Estimate {
  const influence = new Float64Array(size);
  const slope = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    const one = of(index);
    influence[index] = one.influence;
    slope[index] = one.slope;
  }
  return { value, influence, slope };
}

/** A figure whose small changes are those of its parts, each times a factor. */
export function combined(value: number, ...parts: readonly (readonly [Estimate, number])[]): Estimate {
  const size = parts[0]?.[0].influence.length ?? 0;
  const [influence, slope] = [new Float64Array(size), new Float64Array(size)];
  for (const [part, factor] of parts) {
    for (let index = 0; index < size; index += 1) {
      influence[index] = (influence[index] ?? 0) + factor * (part.influence[index] ?? 0);
      slope[index] = (slope[index] ?? 0) + factor * (part.slope[index] ?? 0);
    }
  }
  return { value, influence, slope };
}

/** @param b not zero */
export function over(a: Estimate, b: Estimate): Estimate {
  const value = a.value / b.value;
  return combined(value, [a, 1 / b.value], [b, -value / b.value]);
}

export function absolute(a: Estimate): Estimate {
  return a.value < 0 ? combined(-a.value, [a, -1]) : a;
}

/** The distance from one figure to another, whichever is the greater. */
export function distanceBetween(a: Estimate, b: Estimate): Estimate {
  const sign = a.value < b.value ? -1 : 1;
  return combined(sign * (a.value - b.value), [a, sign], [b, -sign]);
}
