import { type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { parsePeriod } from '#domain/observations/period.js';

/** Working days in which the lead department says what the target has led to. */
export const EFFECTS_WORKING_DAYS = 20;

/** Working days before that day on which it is reminded. */
const REMINDER_WORKING_DAYS = 5;

/** @param openedOn ISO date */
export function effectsDueOn(openedOn: string, working: WorkingCalendar): string {
  return working.after(openedOn, EFFECTS_WORKING_DAYS);
}

export function effectsReminderOn(dueOn: string, working: WorkingCalendar): string {
  return working.before(dueOn, REMINDER_WORKING_DAYS);
}

/** The last day of an interim target's period: its date passes at the end of it. Undefined for what is no period. */
export function interimDateOf(period: string): string | undefined {
  return parsePeriod(period)?.end;
}

/** ISO date of the day after. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * When the figure of an interim period may be expected: as long after its end as the release that decides the target is after the
 * end of its own. Null where that is not known.
 * @param decides the target's deciding period and the day on which its release is expected
 */
export function figureExpectedOn(period: string, decides: { period: string; releaseExpected: string } | null): string | null {
  const [end, decidingEnd] = [interimDateOf(period), decides && interimDateOf(decides.period)];
  const lag = end && decides && decidingEnd ? Date.parse(decides.releaseExpected) - Date.parse(decidingEnd) : Number.NaN;
  return end && Number.isFinite(lag) && lag >= 0 ? new Date(Date.parse(end) + lag).toISOString().slice(0, 10) : null;
}
