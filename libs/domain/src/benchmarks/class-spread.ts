import { median } from 'simple-statistics';

/** The middle of a class of places, and how far its members lie from it. */
export interface ClassSpread {
  readonly count: number;
  readonly median: number;
  /** 1.4826 times the median absolute deviation; null where more than half of the class have the same figure: no spread. */
  readonly spread: number | null;
}

/** Makes the median absolute deviation of normal figures their standard deviation. */
const TO_STANDARD_DEVIATION = 1.4826;

/** @returns undefined for a class without figures */
export function classSpread(values: readonly number[]): ClassSpread | undefined {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const middle = median(finite);
  const deviation = median(finite.map((value) => Math.abs(value - middle)));
  return { count: finite.length, median: middle, spread: deviation > 0 ? TO_STANDARD_DEVIATION * deviation : null };
}

/** How many spreads a figure lies from the middle, with its sign; null where there is no spread. */
export function spreadsFrom({ median: middle, spread }: ClassSpread, value: number): number | null {
  return spread === null ? null : (value - middle) / spread;
}
