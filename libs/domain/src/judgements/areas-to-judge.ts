import type { Period } from '#domain/observations/period.js';
import type { AreaFindings } from './area-findings.js';
import type { AreaCounts, JudgementComponents } from './computed-judgement.js';
import type { AreaSeries, SeriesPoint, TargetToJudge } from './target-to-judge.js';
import type { UnjudgedTarget } from './unjudged-target.js';

/** A rule over areas, once it is known that enough of them can be judged. */
export interface AreasToJudge {
  readonly target: TargetToJudge;
  readonly asOf: string;
  /** Every area, figures oldest first, ended codes followed to what took their place. */
  readonly areas: readonly AreaSeries[];
  /** Those with a figure at the baseline and at the period judged. */
  readonly usable: readonly AreaSeries[];
  readonly baseline: Period;
  readonly period: Period;
  readonly decides: Period;
  /** The period judged is the one that decides. */
  readonly atEnd: boolean;
}

/** What a rule over areas comes to, before the calendar has had its word. */
export interface AreasFinding extends UnjudgedTarget {
  readonly reasons: readonly string[];
  readonly cells: readonly SeriesPoint[];
  readonly counts?: Omit<AreaCounts, 'usable' | 'expected'>;
  readonly findings?: AreaFindings;
  readonly components?: JudgementComponents;
  readonly heldOffTrack?: boolean;
  /** Nothing was compared: there is no method to name. */
  readonly refused?: boolean;
}
