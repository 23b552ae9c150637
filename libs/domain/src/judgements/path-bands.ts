import type { BandChances } from './computed-judgement.js';
import { chanceBelow } from './normal-distribution.js';
import type { Verdict } from './verdict.js';

/** Lower edges of *on track* and of *slipping*, as shares of the whole journey behind the path. */
export const ON_TRACK_FROM = -0.05;
export const OFF_TRACK_BELOW = -0.2;

/** *On track* and *off track* are claimed at this chance; *slipping* at a half, and *off track* is left below a half. */
const SURE = 0.8;
const HALF = 0.5;

/** Without any error a figure exactly on an edge belongs to the better band, whatever its last binary digits are. */
const HAIR = 1e-12;

export function bandChances(deviation: number, standardError: number): BandChances {
  const offTrack = chanceBelow(OFF_TRACK_BELOW - HAIR, deviation, standardError);
  const belowOnTrack = chanceBelow(ON_TRACK_FROM - HAIR, deviation, standardError);
  return { onTrack: 1 - belowOnTrack, slipping: Math.max(0, belowOnTrack - offTrack), offTrack };
}

export function verdictOfBands(
  chances: BandChances,
  previous: Verdict | undefined,
): { readonly verdict: Verdict; readonly heldOffTrack: boolean } {
  if (chances.offTrack >= SURE) return { verdict: 'off-track', heldOffTrack: false };
  if (isHeldOffTrack(chances, previous)) return { verdict: 'off-track', heldOffTrack: true };
  if (chances.onTrack >= SURE) return { verdict: 'on-track', heldOffTrack: false };
  return { verdict: chances.slipping >= HALF ? 'slipping' : 'cannot-tell-yet', heldOffTrack: false };
}

/** A target leaves off track (or worse, short of missed) only when the chance of off track is under a half. */
export function isHeldOffTrack(chances: BandChances, previous: Verdict | undefined): boolean {
  return (previous === 'off-track' || previous === 'deteriorating') && chances.offTrack >= HALF;
}
