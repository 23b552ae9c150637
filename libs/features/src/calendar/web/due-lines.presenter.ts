import { deliveryStanding, workingDaysLate } from '#domain/calendar/delivery-standing.js';
import { type Nation, type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { contributionsPaths } from '#features/contributions/contributions.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { type DueLine } from '../calendar-csv.js';
import { type FrameworkCalendar } from '../calendar.queries.js';
import { calendarWords } from '../calendar.words.js';
import { type DueReport } from '../due-list.queries.js';

const words = calendarWords.list;

export interface DueRow {
  reference: string;
  what: { text: string; href: string | undefined };
  department: { text: string; href: string };
  covers: string;
  due: string;
  until: string | undefined;
  tag: { text: string; classes: string };
  note: string | undefined;
}

/** What the day of reading makes of each report. @param today ISO date */
export function dueLines(reports: readonly DueReport[], frameworks: readonly FrameworkCalendar[], calendars: ReadonlyMap<Nation, WorkingCalendar>, today: string): DueLine[] {
  const nations = new Map(frameworks.map(({ framework, rules }) => [framework.id, rules?.nation ?? ('england' as const)]));
  return reports.map((report) => {
    const working = calendars.get(nations.get(report.framework.id) ?? 'england');
    return { ...report, standing: deliveryStanding(report, today), daysLate: working ? workingDaysLate(report, working) : 0 };
  });
}

export function dueRow(line: DueLine): DueRow {
  const { reference, framework, mission, department, coversLabel, dueOn, firstDueOn, closesOn, standing, markedOverdue } = line;
  return {
    reference,
    what: mission ? { text: mission.name, href: missionsPaths.mission(framework.slug, mission.slug) } : { text: words.plan, href: undefined },
    department: { text: department.name, href: contributionsPaths.body(department.slug) },
    covers: coversLabel,
    due: words.due(longDate(dueOn), firstDueOn === dueOn ? null : longDate(firstDueOn)),
    until: standing === 'overdue' && closesOn !== null ? words.until(longDate(closesOn)) : undefined,
    tag: { text: words.standings[standing], classes: calendarWords.standingClasses[standing] },
    note: standing === 'delivered-late' ? words.late(line.daysLate) : markedOverdue && (standing === 'delivered' || standing === 'due') ? words.marked : undefined,
  };
}
