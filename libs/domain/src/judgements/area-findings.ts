import type { LevellingDownGuard } from './levelling-down.js';
import type { GapMeasure } from './target-to-judge.js';

/** A gap at the two ends, with the 95 % error of its change: *narrower* and *wider* are said beyond 1.96 standard errors. */
export interface GapReading {
  readonly baseline: number;
  readonly latest: number;
  readonly change: number;
  readonly standardError: number;
  readonly shown: 'narrower' | 'wider' | 'neither';
}

/** One measure of the gap, in the unit of the metric (a variance in its square, a ratio in none). */
export interface GapFinding {
  readonly measure: GapMeasure;
  /** With sampling noise taken out. */
  readonly corrected: GapReading;
  readonly raw: GapReading;
  /** As a share of the mean area; of a ratio, the distance that belongs to it. Absent where figures cross zero. */
  readonly relative?: GapReading;
  /** At an end, the published errors explain the whole spread. */
  readonly onlyNoise?: boolean;
}

/** Which areas a group is, and what they were chosen by. */
export interface GroupFinding {
  readonly size: number;
  /** The areas that they were chosen from. */
  readonly of: number;
  /** Codes in order; the first hundred. */
  readonly members: readonly string[];
  /** Labels of the periods whose mean decided. */
  readonly chosenBy: readonly string[];
}

/** The mean of a group of areas at the two ends. */
export interface GroupMeans {
  readonly baseline: number;
  readonly latest: number;
  readonly standardError: number;
}

/** The numbers behind a rule over a gap or a group of areas. Plain JSON; in the unit of the metric unless said. */
export interface AreaFindings {
  readonly measure?: GapMeasure;
  /** Areas compared, the same at both ends. */
  readonly areas?: number;
  readonly gap?: GapFinding;
  readonly beside?: readonly GapFinding[];
  /** The same measure, corrected, with areas weighted by their people. */
  readonly weighted?: GapReading;
  /** Mean se² of the areas' figures: what is taken out of the variance. */
  readonly meanErrorVariance?: { readonly baseline: number; readonly latest: number };
  /** Gap unclear: what is shown to be narrower and what wider. */
  readonly unclear?: { readonly narrower: readonly string[]; readonly wider: readonly string[] };
  readonly group?: GroupFinding;
  readonly groupMeans?: GroupMeans;
  readonly groupMeansByPeople?: GroupMeans;
  /** The verdict with the group chosen one period earlier, where that can be done. */
  readonly groupOneYearEarlier?: { readonly verdict: string; readonly members: readonly string[] };
  readonly levellingDown?: LevellingDownGuard;
}
