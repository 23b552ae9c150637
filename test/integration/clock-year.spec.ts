import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesBetween } from '#domain/calendar/dates-between.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { Reminder } from '#features/calendar/reminder.entity.js';
import { ReportingCycleRow } from '#features/calendar/reporting-cycle.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { londonInstant } from '#platform/clock/clock.js';
import { deliver } from '../factories/delivered-return.factory.js';
import { saveDepartment, saveMission, setCalendar } from '../factories/reporting-calendar.factory.js';
import { type Departments, startDepartments } from '../factories/submission.factory.js';

/** When a round looks at the clock: around midnight, just before and at the hour of reminders, in the afternoon. */
const HOURS = ['00:01', '07:59', '08:00', '16:30'];

/** Nothing runs on these: the opening of one cycle, the marks of another, a reminder of a third. */
const DOWN = ['2026-04-30', '2026-06-23', '2026-10-16'];

interface Expected {
  kind: SubmissionKind;
  coversFrom: string;
  opened: string;
  due: string;
  reminded: string[];
  marked: string | null;
  closed: string | null;
}

/** Counted by hand from the bank holidays of 2026; UTC, London being an hour ahead from 29 March to 25 October. */
const EXPECTED: Expected[] = [
  {
    kind: 'delivery-plan', coversFrom: '2026-04-01', opened: '2026-03-04T00:01', due: '2026-04-21',
    // the first of them on the first working day of summer time
    reminded: ['2026-03-30T07:00', '2026-04-10T07:00', '2026-04-20T07:00'], marked: '2026-04-21T23:01', closed: '2026-05-06T23:01',
  },
  {
    kind: 'evidence-return', coversFrom: '2026-01-01', opened: '2026-03-24T00:01', due: '2026-04-29',
    // marked a day late, after the day without rounds
    reminded: ['2026-04-09T07:00', '2026-04-20T07:00', '2026-04-28T07:00'], marked: '2026-04-30T23:01', closed: '2026-05-21T23:01',
  },
  {
    kind: 'evidence-return', coversFrom: '2026-04-01', opened: '2026-06-23T23:01', due: '2026-07-27',
    reminded: ['2026-07-07T07:00', '2026-07-16T07:00', '2026-07-24T07:00'], marked: '2026-07-27T23:01', closed: '2026-08-17T23:01',
  },
  {
    kind: 'evidence-return', coversFrom: '2026-07-01', opened: '2026-09-22T23:01', due: '2026-10-27',
    // the second at the first round after the day without; the third on the first working day of winter time
    reminded: ['2026-10-07T07:00', '2026-10-16T23:01', '2026-10-26T08:00'], marked: '2026-10-28T00:01', closed: '2026-11-18T00:01',
  },
  { kind: 'evidence-return', coversFrom: '2026-10-01', opened: '2026-12-22T00:01', due: '2027-01-28', reminded: [], marked: null, closed: null },
];

describe('a year of the clock', () => {
  let departments: Departments;
  let submissions: Submission[];

  const find = (coversFrom: string, missionId: string): Promise<Submission> => departments.waymark.dataSource.getRepository(Submission).findOneByOrFail({ coversFrom, missionId, kind: 'evidence-return' });
  const minute = (instant: Date): string => instant.toISOString().slice(0, 16);

  /** What people do on a day: one return in time, one late. */
  const work = async (day: string): Promise<void> => {
    const { waymark, education } = departments;
    const missionId = education.mission.id;
    if (day === '2026-07-10') await deliver(waymark, education, await find('2026-04-01', missionId));
    if (day === '2026-10-29') await deliver(waymark, education, await find('2026-07-01', missionId));
  };

  beforeAll(async () => {
    departments = await startDepartments();
    const { waymark, education } = departments;
    waymark.clock.set('2026-01-01T00:00:00Z');
    const leads = [education.organisations.dhsc, await saveDepartment(waymark, 'dft'), await saveDepartment(waymark, 'mod', null)];
    const contributing = await saveDepartment(waymark, 'hmt');
    // twelve missions with education's; the last of them has no lead
    const numbers = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11];
    for (const number of numbers) await saveMission(waymark, education, number, leads[number % leads.length] ?? null, [contributing.slug]);
    await saveMission(waymark, education, 12, null);
    await setCalendar(waymark);
    for (const day of datesBetween('2026-01-01', '2026-12-31')) {
      await work(day);
      for (const hour of DOWN.includes(day) ? [] : HOURS) {
        waymark.clock.set(londonInstant(day, hour).toISOString());
        await waymark.runWatches();
      }
    }
    submissions = await waymark.dataSource.getRepository(Submission).find();
  }, 600_000);
  afterAll(() => departments?.waymark.close());

  it('opens each cycle once, and records the mission without a lead', async () => {
    const cycles = await departments.waymark.dataSource.getRepository(ReportingCycleRow).find({ order: { openedAt: 'ASC' } });
    expect(cycles.map(({ kind, coversFrom, openedAt, dueOn, opened, withoutLead }) => ({ kind, coversFrom, opened: minute(openedAt), due: dueOn, count: opened, withoutLead }))).toEqual(
      EXPECTED.map(({ kind, coversFrom, opened, due }) => ({ kind, coversFrom, opened, due, count: kind === 'delivery-plan' ? 5 : 11, withoutLead: ['mission-12'] })),
    );
    expect(submissions).toHaveLength(5 + 4 * 11);
  });

  it.each(EXPECTED)('reminds, marks and closes $kind from $coversFrom once each, none early', async ({ kind, coversFrom, due, reminded, marked, closed }) => {
    const { waymark, education } = departments;
    const delivered = kind === 'evidence-return' && ['2026-04-01', '2026-07-01'].includes(coversFrom) ? education.mission.id : null;
    const plain = submissions.filter((submission) => submission.kind === kind && submission.coversFrom === coversFrom && (delivered === null || submission.missionId !== delivered));
    expect(plain.length).toBe(kind === 'delivery-plan' ? 5 : delivered ? 10 : 11);
    for (const submission of plain) {
      const { id: submissionId, dueOn, overdueAt, status } = submission;
      const reminders = await waymark.dataSource.getRepository(Reminder).find({ where: { submissionId }, order: { sentAt: 'ASC' } });
      const events = await waymark.dataSource.getRepository(SubmissionEvent).find({ where: { submissionId }, order: { sequence: 'ASC' } });
      expect({
        dueOn,
        reminded: reminders.map(({ sentAt }) => minute(sentAt)),
        marked: overdueAt && minute(overdueAt),
        events: events.map(({ action, at }) => (action === 'open' ? action : `${action} ${minute(at)}`)),
        status,
      }).toEqual({
        dueOn: due,
        reminded,
        marked,
        events: ['open', ...(marked ? [`mark-overdue ${marked}`] : []), ...(closed ? [`close-window ${closed}`] : [])],
        status: closed ? 'not-submitted' : 'draft',
      });
    }
  });

  it('leaves alone what was delivered, and keeps the mark of what came late', async () => {
    const { waymark, education } = departments;
    const remindersOf = (submissionId: string): Promise<number> => waymark.dataSource.getRepository(Reminder).countBy({ submissionId });
    const inTime = await find('2026-04-01', education.mission.id);
    expect([inTime.overdueAt, inTime.status, await remindersOf(inTime.id)]).toEqual([null, 'submitted', 1]);
    const late = await find('2026-07-01', education.mission.id);
    expect([late.overdueAt && minute(late.overdueAt), late.status, await remindersOf(late.id)]).toEqual(['2026-10-28T00:01', 'submitted', 3]);
  });

  it('tells nobody the same thing twice', async () => {
    const notices = await departments.waymark.dataSource.getRepository(Notice).find();
    const told = notices.filter(({ kind }) => ['cycle-opened', 'report-due', 'report-overdue', 'window-closed'].includes(kind)).map(({ userId, kind, about, body }) => [userId, kind, about, body].join('\n'));
    expect(new Set(told).size).toBe(told.length);
    const sro = departments.education.people.sro.id;
    const count = (wanted: string): number => notices.filter(({ kind, userId }) => kind === wanted && userId === sro).length;
    // five cycles; of the plan and two returns three reminders each, one for the return that came in time
    expect(['cycle-opened', 'report-due', 'report-overdue', 'window-closed'].map(count)).toEqual([5, 10, 3, 2]);
    const [missed] = notices.filter(({ body }) => body.includes('This reminder was meant for 16 October 2026'));
    expect(missed?.subject).toMatch(/^Due in 7 working days: ER-2026-/);
  });

  it('asks for a judgement of every mission once a day on which anything ran', async () => {
    const [{ days }] = (await departments.waymark.dataSource.query(`SELECT count(*)::integer AS days FROM watch_marks WHERE watch = 'judge-daily'`)) as [{ days: number }];
    expect(days).toBe(365 - DOWN.length);
    const [{ jobs }] = (await departments.waymark.dataSource.query(
      `SELECT count(*)::integer AS jobs FROM outbox_messages WHERE kind = 'judge-missions' AND payload->>'cause' = 'clock'`,
    )) as [{ jobs: number }];
    expect(jobs).toBe(365 - DOWN.length);
  });
});
