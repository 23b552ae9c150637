import { differenceInWords } from './figure-words.js';
import type { TargetToJudge } from './target-to-judge.js';

const MOST_DECIMALS = 4;

/**
 * Distances that are to be compared, each to the same decimals: as published, or so many more that the largest has two
 * figures. A gap of 0.16 points between areas that are published to 0.1 is not "0.2".
 */
export function distancesInWords(distances: readonly number[], target: Pick<TargetToJudge, 'unit' | 'decimals'>): string[] {
  const largest = Math.max(...distances.map(Math.abs));
  const needed = largest > 0 && Number.isFinite(largest) ? 1 - Math.floor(Math.log10(largest) + 1e-9) : 0;
  const decimals = Math.max(target.decimals, Math.min(needed, MOST_DECIMALS));
  return distances.map((distance) => differenceInWords(distance, { unit: target.unit, decimals }));
}
