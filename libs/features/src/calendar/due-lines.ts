import { deliveryStanding, workingDaysLate } from '#domain/calendar/delivery-standing.js';
import { type Nation, type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { type DueLine } from './calendar-csv.js';
import { type FrameworkCalendar } from './calendar.queries.js';
import { type DueReport } from './due-list.queries.js';

/** What the day of reading makes of each report. @param today ISO date */
export function dueLines(reports: readonly DueReport[], frameworks: readonly FrameworkCalendar[], calendars: ReadonlyMap<Nation, WorkingCalendar>, today: string): DueLine[] {
  const nations = new Map(frameworks.map(({ framework, rules }) => [framework.id, rules?.nation ?? ('england' as const)]));
  const days = new Map(frameworks.map(({ framework }) => [framework.id, clockDay(framework, today)]));
  return reports.map((report) => {
    const working = calendars.get(nations.get(report.framework.id) ?? 'england');
    return { ...report, standing: deliveryStanding(report, days.get(report.framework.id) ?? today), daysLate: working ? workingDaysLate(report, working) : 0 };
  });
}
