import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { datesBetween } from '#domain/calendar/dates-between.js';
import { deliveryStanding, workingDaysLate } from '#domain/calendar/delivery-standing.js';
import { type Nation, WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { type OverdueReturn } from '#features/submissions/public-returns.queries.js';
import { longDate } from '#platform/pages/dates.js';
import { calendarPaths } from './calendar.paths.js';
import { calendarWords } from './calendar.words.js';
import { DUE_LIST, type DueReport, dueReport, type DueRow } from './due-list.queries.js';
import { type ExtensionState } from './extension-request.entity.js';

const words = calendarWords.mission;

/** The returns of a mission as its public page tells of their dates. */
export interface MissionDatesSection {
  heading: string;
  calendar: { text: string; href: string };
  /** Newest first. */
  lines: { reference: string; text: string; extensions: { text: string; reason: string; answer: string | undefined }[] }[];
  overdue: OverdueReturn[];
}

/** Returns shown; older ones are in the calendar's file. */
const MOST_SHOWN = 6;

/** Everything in one statement: a public page has under fifteen for all that it shows. */
const DATES = `
  SELECT (SELECT c.nation FROM reporting_calendars c WHERE c.framework_id = $5) AS nation,
         (SELECT coalesce(jsonb_agg(to_jsonb(due)), '[]') FROM (${DUE_LIST}) due) AS reports,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'nation', d.nation, 'firstDay', d.first_day, 'lastDay', d.last_day)), '[]')
            FROM calendar_days d WHERE d.kind IN ('bank-holiday', 'working-day') AND d.dropped_at IS NULL) AS days,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('submissionId', r.submission_id, 'state', r.state, 'askedDueOn', r.asked_due_on, 'reason', r.reason,
                   'askedOn', (r.asked_at AT TIME ZONE 'Europe/London')::date, 'answer', r.decision_reason) ORDER BY r.asked_at), '[]')
            FROM extension_requests r JOIN submissions s ON s.id = r.submission_id WHERE s.mission_id = $6) AS extensions`;

interface Extension {
  submissionId: string;
  state: ExtensionState;
  askedDueOn: string;
  askedOn: string;
  reason: string;
  answer: string | null;
}

interface DatesRow {
  nation: Nation | null;
  reports: DueRow[];
  days: { kind: 'bank-holiday' | 'working-day'; nation: Nation | null; firstDay: string; lastDay: string }[];
  extensions: Extension[];
}

/** Says of a mission's returns when they were due, how late they came, and why their dates were moved. */
@Injectable()
export class MissionDates {
  constructor(private readonly dataSource: DataSource) {}

  /** @param today ISO date */
  async of(mission: { id: string; slug: string; frameworkId: string; framework: { slug: string } }, today: string): Promise<MissionDatesSection> {
    const [row]: DatesRow[] = await this.dataSource.query(DATES, [mission.framework.slug, null, mission.slug, null, mission.frameworkId, mission.id]);
    const { reports, extensions, working } = row ? read(row) : { reports: [], extensions: [], working: new WorkingCalendar() };
    const newest = reports.toReversed().slice(0, MOST_SHOWN);
    return {
      heading: words.heading,
      calendar: { text: words.calendar, href: calendarPaths.calendar },
      lines: newest.map((report) => ({
        reference: report.reference,
        text: lineOf(report, today, working),
        extensions: extensions.filter(({ submissionId }) => submissionId === report.id).map(extensionOf),
      })),
      overdue: reports.filter((report) => deliveryStanding(report, today) === 'overdue' || report.status === 'not-submitted').map((report) => overdueReturn(report, mission.id)),
    };
  }
}

function read({ nation, reports, days, extensions }: DatesRow): { reports: DueReport[]; extensions: Extension[]; working: WorkingCalendar } {
  const of = nation ?? 'england';
  const datesOf = (kind: DatesRow['days'][number]['kind']): string[] =>
    days.flatMap((day) => (day.kind === kind && (day.nation === null || day.nation === of) ? datesBetween(day.firstDay, day.lastDay) : []));
  return { reports: reports.map(dueReport), extensions, working: new WorkingCalendar(of, { added: datesOf('bank-holiday'), dropped: datesOf('working-day') }) };
}

function overdueReturn({ reference, department, coversLabel, dueOn }: DueReport, missionId: string): OverdueReturn {
  return { reference, missionId, department: department.name, coversLabel, dueOn };
}

function lineOf(report: DueReport, today: string, working: WorkingCalendar): string {
  const { coversLabel, dueOn, firstDueOn, markedOverdue } = report;
  const standing = deliveryStanding(report, today);
  const due = calendarWords.list.due(longDate(dueOn), firstDueOn === dueOn ? null : longDate(firstDueOn));
  const marked = markedOverdue && (standing === 'due' || standing === 'delivered') ? ` ${calendarWords.list.marked}.` : '';
  return `${words.line(coversLabel, due)} ${standing === 'delivered-late' ? calendarWords.list.late(workingDaysLate(report, working)) : calendarWords.list.standings[standing]}.${marked}`;
}

function extensionOf({ state, askedDueOn, askedOn, reason, answer }: Extension): MissionDatesSection['lines'][number]['extensions'][number] {
  return { text: words.extension(calendarWords.extension.states[state], longDate(askedDueOn), longDate(askedOn)), reason, answer: answer ?? undefined };
}
