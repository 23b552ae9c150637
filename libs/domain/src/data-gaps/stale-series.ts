import { median } from 'simple-statistics';
import { daysBetween, daysLater, monthsLater } from './steps-in-time.js';

/** When the figures of a series are for, and how long they used to take. */
export interface PublicationHistory {
  /** Last day of each period that has a figure, ISO dates in any order. */
  readonly periodEnds: readonly string[];
  /** Days from the end of a release's newest period to its publication, one a release whose date is known. */
  readonly lagsInDays: readonly number[];
  /** The same as the target's deciding release has it, where no release has a date. */
  readonly declaredLagInDays?: number | undefined;
}

export interface StaleSeries {
  readonly lastPeriodEnd: string;
  /** The day by which the next figure was due, half a year's patience included. */
  readonly dueBy: string;
}

const MONTHS_OF_PATIENCE = 6;
const DAYS_IN_A_MONTH = 365.25 / 12;
/** Where nobody knows better: a figure a year, a year after its end. */
const YEARLY_MONTHS = 12;
const YEARLY_DAYS = 365;

/**
 * A series is stale when the end of its last period lies longer ago than the usual step from period to period, the usual
 * time to publication and half a year together.
 * @param today ISO date
 */
export function staleSeries(history: PublicationHistory, today: string): StaleSeries | undefined {
  const lastPeriodEnd = [...history.periodEnds].sort().at(-1);
  if (lastPeriodEnd === undefined) return undefined;
  const nextPeriodEnd = monthsLater(lastPeriodEnd, usualStepInMonths(history.periodEnds));
  const dueBy = monthsLater(daysLater(nextPeriodEnd, usualLagInDays(history)), MONTHS_OF_PATIENCE);
  return today > dueBy ? { lastPeriodEnd, dueBy } : undefined;
}

/** The median step; years left out by a pandemic do not make a yearly series a two-yearly one. */
export function usualStepInMonths(periodEnds: readonly string[]): number {
  const ends = [...new Set(periodEnds)].sort();
  const steps = ends.slice(1).map((end, index) => daysBetween(ends[index] ?? end, end) / DAYS_IN_A_MONTH);
  return steps.length === 0 ? YEARLY_MONTHS : Math.max(1, Math.round(median(steps)));
}

function usualLagInDays({ lagsInDays, declaredLagInDays }: PublicationHistory): number {
  const lag = lagsInDays.length > 0 ? median([...lagsInDays]) : (declaredLagInDays ?? YEARLY_DAYS);
  return Math.max(0, lag);
}
