import { workingDaysAfter } from '#domain/calendar/working-days.js';
import { financialYearOf, halfYearEndedBefore, type ReportingPeriod } from '#domain/submissions/reporting-period.js';
import { type ReportingCycle } from './reporting-cycle.js';

/** What the example opens, so that a newcomer finds work of every urgency whatever the day. */
export interface ExampleCalendar {
  /** Evidence returns: two that are overdue, and the cycle of every mission that is due soon. */
  cycles: ReportingCycle[];
  /** Outcome delivery plans of the running financial year. */
  years: ReportingCycle[];
}

/** Left over from the cycle before, of departments that the example has people for. */
const LATE_MISSIONS = ['education', 'health'];

/** @param today ISO date */
export function exampleCalendar(frameworkSlug: string, today: string): ExampleCalendar {
  const cycle = (period: ReportingPeriod, dueOn: string): ReportingCycle => ({
    frameworkSlug,
    coversLabel: period.label,
    coversFrom: period.from,
    coversTo: period.to,
    dueOn,
  });
  const late = cycle(halfYearEndedBefore(today, 1), weekdayBefore(today, 10));
  return {
    cycles: [{ ...late, missions: LATE_MISSIONS }, cycle(halfYearEndedBefore(today), workingDaysAfter(today, 10))],
    years: [cycle(financialYearOf(today), workingDaysAfter(today, 20))],
  };
}

/** The last weekday that lies so many days or more before. */
function weekdayBefore(today: string, days: number): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  while (date.getUTCDay() === 0 || date.getUTCDay() === 6) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
