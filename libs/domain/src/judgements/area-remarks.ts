import type { Verdict } from './verdict.js';

/** Where no interval is published, in one sentence or none. */
export function roundingRemark(rounded: number, all: number): string[] {
  if (rounded === 0) return [];
  if (rounded === all)
    return ['The producer publishes no interval for these figures, so only the error of rounding is allowed for.'];
  return [
    `For ${rounded} of the ${all} areas no interval is published that is wider than the error of rounding, so only that is allowed for.`,
  ];
}

export function slippingRemark(verdict: Verdict, countsAs: Verdict): string[] {
  if (verdict === countsAs) return [];
  return ['More than half of the time has passed without a detectable change, so this counts as slipping.'];
}
