import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type Nation } from './working-calendar.js';

/** How often something is reported, with the months that one period has. */
export const RHYTHMS = {
  yearly: { name: 'Once a year', months: 12 },
  'half-yearly': { name: 'Twice a year', months: 6 },
  quarterly: { name: 'Four times a year', months: 3 },
} as const;

export type Rhythm = keyof typeof RHYTHMS;

export const RHYTHM_NAMES = Object.keys(RHYTHMS) as Rhythm[];

/**
 * When one kind of report is asked for. Days are working days, counted from an anchor: of evidence returns the last day of the
 * period that they report on, of plans the first day of the year that they plan.
 */
export interface CycleRules {
  rhythm: Rhythm;
  /** Month in which a period begins, 1 to 12. */
  firstMonth: number;
  /** The cycle opens so many working days after the anchor; before it where the number is negative, on it at 0. */
  opens: number;
  /** Due so many working days after the anchor. */
  due: number;
  /** Anything is taken for so many working days after the due date; null: the window stays open. */
  closes: number | null;
  /** Not due before so many working days after the release of the mission's headline figures; null: the due date waits for none. */
  afterRelease: number | null;
}

/** The reporting calendar of a framework. */
export interface ReportingRules {
  /** Whose bank holidays count. */
  nation: Nation;
  /** Cycles that open before this day are left alone; ISO date. */
  startsOn: string;
  /** A due date in a parliamentary recess is moved to the first working day after it. */
  avoidsRecess: boolean;
  /** Null: no returns are asked for. */
  returns: CycleRules | null;
  /** Null: no plans are asked for. */
  plans: CycleRules | null;
}

/** The rules of a kind, where it is asked for. */
export function rulesOfKind(rules: Pick<ReportingRules, 'returns' | 'plans'>, kind: SubmissionKind): CycleRules | null {
  return kind === 'evidence-return' ? rules.returns : rules.plans;
}
