import { contributionsPaths } from '#features/contributions/contributions.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { type DueLine } from '../calendar-csv.js';
import { calendarWords } from '../calendar.words.js';

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
