import type { AreaFindings } from './area-findings.js';
import type { MethodWord } from './method-word.js';
import type { StandardErrorBasis } from './standard-error.js';
import type { Verdict } from './verdict.js';

export const METHOD_VERSION = '2';

/** Stands beside every computed verdict in public. */
export const NOT_AN_OFFICIAL_STATISTIC = 'not an official statistic';

export type JudgementMethod =
  | 'interim-path'
  | 'direction-only'
  | 'hold'
  | 'pace'
  | 'cagr'
  | 'un-progress'
  | 'every-area'
  | 'gap'
  | 'worst-areas'
  | 'top-areas'
  | 'none';

export interface FigureUsed {
  readonly value: number;
  readonly periodKey: string;
  readonly periodLabel: string;
  readonly standardError: number;
  readonly standardErrorBasis: StandardErrorBasis;
  readonly provisional: boolean;
}

/** Chances of each band; their sum is 1. For a direction they are: shown better, neither (0), shown worse. */
export interface BandChances {
  readonly onTrack: number;
  readonly slipping: number;
  readonly offTrack: number;
}

export interface AlternativeBaseline {
  /** The words of the sentence: "school year 2017/18", "the mean of …". */
  readonly label: string;
  readonly baselineValue: number;
  readonly verdict: Verdict;
}

/** Every number behind the verdict, plain JSON. A number that played no part is absent. */
export interface JudgementComponents {
  readonly baseline?: FigureUsed;
  readonly latest?: FigureUsed;
  /** The value asked for; resolved from the baseline for a change. */
  readonly target?: { readonly value: number; readonly periodKey: string; readonly periodLabel: string };
  readonly pathValue?: number;
  /** Share of the journey due at the latest period, 0 to 1. */
  readonly shareDue?: number;
  /** d·(v − path)/|T − v0|; for a hold in units of the series' own σ. */
  readonly deviation?: number;
  readonly deviationIn?: 'journey' | 'sigma';
  readonly deviationStandardError?: number;
  readonly chances?: BandChances;
  /** d·(v − v0): positive is better. */
  readonly change?: number;
  readonly changeStandardError?: number;
  /** ρ, correlation of the errors of baseline and latest figure. */
  readonly correlation?: number;
  readonly sigma?: number;
  /** More than half of the journey lies in the last third of the time. */
  readonly backLoaded?: boolean;
  readonly dependsOnBaseline?: boolean;
  readonly alternatives?: readonly AlternativeBaseline[];
  readonly areas?: AreaCounts;
  /** Gaps and groups of areas: their own numbers. */
  readonly areaFindings?: AreaFindings;
  /** What every method on offer says of the same figures. */
  readonly methods?: readonly MethodWord[];
}

/** Counts of a rule over areas. Shares are 0 to 1. */
export interface AreaCounts {
  readonly usable: number;
  readonly expected: number;
  readonly risen?: number;
  readonly fallen?: number;
  readonly cannotTell?: number;
  readonly shareTrulyRisen?: number;
  readonly shareLower?: number;
  readonly shareUpper?: number;
  /** Share of the people who live in the usable areas, where populations are loaded. */
  readonly shareOfPeople?: number;
  /** The same for the areas shown to have got better, worse, and neither. */
  readonly peopleRisen?: number;
  readonly peopleFallen?: number;
  readonly peopleCannotTell?: number;
}

/** What two judgements are compared by to name why the verdict changed (`causeOfChange`). */
export interface CauseHints {
  readonly methodVersion: string;
  /** The rule, its direction, deciding period and interim targets, as one text. */
  readonly rule: string;
  readonly areaName: string;
  readonly baselineKey: string;
  readonly latestKey?: string;
  readonly decidingPeriodOver: boolean;
  /** The last rule held an earlier *off track*, though the bands alone would say less. */
  readonly heldOffTrack: boolean;
  /** A gap to open in the data-gap register: the error hides the answer, or there is no figure. */
  readonly dataGap?: 'noise' | 'missing';
  /** ISO date until which figures are awaited. */
  readonly awaitingUntil?: string;
}

export interface ComputedJudgement {
  readonly verdict: Verdict;
  /**
   * The word that a mission ranks this target by. It differs from the verdict twice: *no detectable change* counts as
   * slipping after half of the time, and *awaiting figures* counts as what the last figure said.
   */
  readonly countsAs: Verdict;
  readonly method: JudgementMethod;
  readonly methodVersion: string;
  /** One sentence (a second one only for "depends on the baseline"). */
  readonly sentence: string;
  /** Further remarks in plain English, one sentence each: marks, provisional figures, unequal intervals. */
  readonly reasons: readonly string[];
  readonly components: JudgementComponents;
  /** Keys of the cells used, each once. */
  readonly inputs: readonly string[];
  readonly causeHints: CauseHints;
}
