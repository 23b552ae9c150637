import { datesBetween } from '#domain/calendar/dates-between.js';
import { type DiaryDay } from '#domain/calendar/icalendar.js';
import { type CycleDays } from '#domain/calendar/reporting-cycles.js';
import { SUBMISSION_KINDS } from '#domain/submissions/submission-status.js';
import { longDate } from '#platform/pages/dates.js';
import { type CalendarDay } from './calendar-day.entity.js';
import { calendarPaths } from './calendar.paths.js';
import { type DueReport } from './due-list.queries.js';

/** What a diary is made of. */
export interface DiaryParts {
  /** Undelivered ones. */
  due: readonly DueReport[];
  coming: readonly { framework: { slug: string; title: string }; cycle: CycleDays }[];
  stretches: readonly CalendarDay[];
}

/** Due dates, closing days, openings to come, and recesses and pre-election periods. @param baseUrl of the service */
export function diaryOf({ due, coming, stretches }: DiaryParts, baseUrl: string): DiaryDay[] {
  const url = `${baseUrl}${calendarPaths.calendar}`;
  const host = new URL(baseUrl).hostname;
  const entry = (uid: string, day: string, summary: string, description: string, sequence = 0): DiaryDay => ({ uid: `${uid}@${host}`, sequence, firstDay: day, lastDay: day, summary, description, url });
  return [
    ...due.map((report) => entry(`due-${report.id}`, report.dueOn, `Due: ${nameOf(report)}`, aboutDue(report), movedDays(report))),
    ...due.flatMap((report) => (report.closesOn === null ? [] : [entry(`closes-${report.id}`, report.closesOn, `Window closes: ${nameOf(report)}`, `Nothing is taken after this day. Reference ${report.reference}.`, movedDays(report))])),
    ...coming.map(({ framework, cycle }) => entry(`opens-${framework.slug}-${cycle.kind}-${cycle.coversFrom}`, cycle.opensOn, `Opens: ${SUBMISSION_KINDS[cycle.kind].toLowerCase()}s for ${cycle.coversLabel}`, `${framework.title}. Due on ${longDate(cycle.dueOn)}.`)),
    ...stretches.map(({ id, name, firstDay, lastDay, source }) => ({ uid: `days-${id}@${host}`, sequence: 0, firstDay, lastDay, summary: name, description: source, url })),
  ];
}

/** A due date only ever moves later: its way so far grows with every move, whoever moved it. */
function movedDays({ firstDueOn, dueOn }: DueReport): number {
  return Math.max(datesBetween(firstDueOn, dueOn).length - 1, 0);
}

function nameOf({ kind, mission, department, coversLabel }: DueReport): string {
  return `${SUBMISSION_KINDS[kind].toLowerCase()} ${mission ? `on ${mission.name}` : `of ${department.name}`}, ${coversLabel}`;
}

function aboutDue({ reference, department, framework, extensions, firstDueOn }: DueReport): string {
  const first = extensions > 0 ? ` First due on ${longDate(firstDueOn)}.` : '';
  return `${department.name} owes it to the council. ${framework.title}, reference ${reference}.${first}`;
}
