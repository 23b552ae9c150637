import { type WorkingCalendar } from './working-calendar.js';

/** A stretch of days, the first and the last counted; ISO dates. */
export interface DaySpan {
  firstDay: string;
  lastDay: string;
}

/** Is a date in one of them? */
export function spanAt<Span extends DaySpan>(spans: readonly Span[], date: string): Span | undefined {
  return spans.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
}

/** The date itself, or the first working day after the stretches that it lies in. */
export function dayOutside(date: string, spans: readonly DaySpan[], working: WorkingCalendar): string {
  let day = date;
  for (let within = spanAt(spans, day); within; within = spanAt(spans, day)) day = working.after(within.lastDay, 1);
  return day;
}
