/** The numbers that are numbers: what overflowed, or was never defined, is absent rather than NaN or Infinity. */
export function finiteNumbers<T extends object>(numbers: T): T {
  return Object.fromEntries(
    Object.entries(numbers).filter(([, value]) => typeof value !== 'number' || Number.isFinite(value)),
  ) as T;
}
