import type { Period } from '#domain/observations/period.js';
import type { Verdict } from './verdict.js';

/** One published figure of the series that a target is judged by. A missing figure is absent, never zero. */
export interface SeriesPoint {
  /** Id of the cell, given back in `inputs`. */
  readonly key: string;
  readonly period: Period;
  readonly value: number;
  /** Published 95 % limits, in the unit of the value. */
  readonly lower?: number;
  readonly upper?: number;
  readonly provisional?: boolean;
  /** Keys of the cells that a combined figure (a sum, a ratio, a gap) is made of; `key` names the whole. */
  readonly parts?: readonly string[];
  /** Set on combined figures: what is known of their error, in place of an interval. */
  readonly combinedError?: CombinedError;
}

/** Error of a figure that is made of several, which err independently. */
export interface CombinedError {
  /** Standard error from the parts whose error is published or known, in the unit of the figure; 0 where none is. */
  readonly se: number;
  /** Of the parts that are only rounded: the sum of the squared weights that they count with (2 for a difference). */
  readonly roundings: number;
}

/** What the target asks for, in the unit of the metric. The kinds are those of the framework file. */
export type TargetRule =
  | { readonly kind: 'level'; readonly value: number }
  /** Share of people or places, in the metric's unit; judged like a level. */
  | { readonly kind: 'population-share'; readonly value: number }
  /** Signed: +5 years, −0.5 points. */
  | { readonly kind: 'change-by'; readonly amount: number }
  /** Signed, percent of the baseline: 40 means 1.4 times the baseline. */
  | { readonly kind: 'change-by-percent'; readonly percent: number }
  | { readonly kind: 'direction' }
  /** 1 when done, 0 when not. */
  | { readonly kind: 'binary' }
  | { readonly kind: 'undefined'; readonly reason?: string }
  /** `series` over `second.series`, judged by the value that the ratio is to reach. */
  | { readonly kind: 'ratio'; readonly value: number }
  /** The distance to `second.series` (London's) closes: by so many percent of what it was, or at all. */
  | { readonly kind: 'closer-to-comparator'; readonly byPercent?: number }
  /** The published share of people below a threshold (wellbeing 0 to 4 of 10): down to a value, or simply down. */
  | { readonly kind: 'share-below-threshold'; readonly threshold: number; readonly value?: number }
  | { readonly kind: 'every-area'; readonly change?: string }
  | { readonly kind: 'gap'; readonly measure: GapMeasure; readonly beside?: readonly GapMeasure[]; readonly byPercent?: number }
  | { readonly kind: 'worst-areas'; readonly group: AreaGroup; readonly change: GroupChange }
  | { readonly kind: 'top-areas'; readonly group: AreaGroup; readonly change: GroupChange };

export const GAP_MEASURES = [
  'variance-between-areas',
  'p90-minus-p10',
  'top-against-rest',
  'ratio',
  'slope-over-deprivation',
  'highest-minus-lowest',
] as const;

export type GapMeasure = (typeof GAP_MEASURES)[number];

/** Which areas: the share (percent of all) that was worst, or best, by the mean of the years before the baseline. */
export interface AreaGroup {
  readonly share: number;
  readonly by: 'mean-before-baseline';
  readonly years: number;
}

/** What is asked of the mean of the group; `improve-most` against the areas outside it. */
export type GroupChange =
  | { readonly kind: 'change-by'; readonly amount: number }
  | { readonly kind: 'change-by-percent'; readonly percent: number }
  | { readonly kind: 'level'; readonly value: number }
  | { readonly kind: 'improve-most' };

/** The methods that a metric may name; the first is the default. All are shown on its page. */
export const NAMED_METHODS = ['interim-path', 'pace', 'cagr', 'un-progress'] as const;

export type NamedMethod = (typeof NAMED_METHODS)[number];

/** Where a series stops being comparable with what was before. */
export interface SeriesBreak {
  /** Key of the first period on the new footing. */
  readonly periodKey: string;
  /** Plain English: "new method of estimation". */
  readonly what: string;
}

/** `derived` lies on the path and was set by nobody; `interim-target` was set by government and bends the path. */
export type TargetMilestone =
  | { readonly period: string; readonly kind: 'derived' }
  | { readonly period: string; readonly kind: 'interim-target'; readonly value: number };

/** The count behind a published figure, where the producer gives no interval. */
export type CountBehind =
  /** A share of `n` people; `scale` is what the whole counts as, 100 unless said. */
  | { readonly kind: 'binomial'; readonly n: number; readonly scale?: number }
  /** A rate that stands on this many events. */
  | { readonly kind: 'poisson'; readonly events: number };

export interface AreaSeries {
  readonly code: string;
  readonly name: string;
  readonly series: readonly SeriesPoint[];
  /** People who live there, where a population is loaded. */
  readonly people?: number;
  /** Income deprivation score, higher is more deprived, where one is loaded. */
  readonly deprivation?: number;
}

export interface TargetToJudge {
  /** +1 higher is better, −1 lower is better. */
  readonly direction: 1 | -1;
  readonly rule: TargetRule;
  readonly baseline: { readonly periodKey: string };
  /** `releaseExpected`: ISO date from which the deciding figure can be there. */
  readonly decides: { readonly periodKey: string; readonly releaseExpected: string };
  readonly milestones?: readonly TargetMilestone[];
  /** The one area's series, in any order; empty for a rule over areas. */
  readonly series: readonly SeriesPoint[];
  /** For a rule over areas: every area with figures, and how many there should be. */
  readonly areas?: {
    readonly expected: number;
    readonly list: readonly AreaSeries[];
    /** Codes that have ended, and what took their place; an area without figures of its own is followed to them. */
    readonly successors?: ReadonlyMap<string, readonly string[]>;
  };
  /** As in the published files: `%`, `£`, `£ million`, `yrs`, … */
  readonly unit: string;
  /** Decimals as published. */
  readonly decimals: number;
  /** What the published figure is rounded to: 0.1 for one decimal. */
  readonly roundingUnit: number;
  /** What the figure cannot pass in the better direction, in its unit: 100 for a share in percent that is to rise. */
  readonly naturalLimit?: number;
  readonly metricName: string;
  readonly areaName: string;
  readonly countBehind?: CountBehind;
  /** Why the published series is not what the target speaks of; set, nothing is computed. */
  readonly notComparable?: string;
  /** What the target's last computed judgement counted as (`countsAs`), for the rule on leaving *off track*. */
  readonly previousVerdict?: Verdict;
  /** Calendar years that are no baseline: a period that touches one is skipped as an alternative baseline. */
  readonly shockYears?: readonly number[];
  /** Keys of the first periods of a standard: no baseline either. */
  readonly firstPeriodsOfStandard?: readonly string[];
  /** The other series of a ratio (the denominator) or of a comparison (the comparator), and what it is called. */
  readonly second?: { readonly name: string; readonly series: readonly SeriesPoint[] };
  /** The method that the metric names; the interim path unless said. */
  readonly method?: NamedMethod;
  readonly breaks?: readonly SeriesBreak[];
  /** Changes that earlier figures of this series underwent from their first release to the same lag, in its unit. */
  readonly pastRevisions?: readonly number[];
  /** Money: nominal figures carry a warning; `deflator` is an index, present where one is loaded. */
  readonly money?: { readonly basis: 'nominal' | 'real'; readonly wanted?: 'real'; readonly deflator?: readonly SeriesPoint[] };
  /** The next figure that can tell, where the calendar knows it. */
  readonly nextRelease?: { readonly periodKey: string; readonly expectedOn: string };
}
