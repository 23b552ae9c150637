import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CycleOpening } from '#features/calendar/cycle-opening.service.js';
import { OverdueMarking } from '#features/calendar/overdue-marking.service.js';
import { Reminder } from '#features/calendar/reminder.entity.js';
import { Reminding } from '#features/calendar/reminding.service.js';
import { ReportingCycleRow } from '#features/calendar/reporting-cycle.entity.js';
import { WindowClosing } from '#features/calendar/window-closing.service.js';
import { CycleFollowers, type OpenedCycle } from '#features/calendar/cycle-followers.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { WatchRound } from '#platform/watches/watch-round.js';
import { saveMission, setCalendar } from '../factories/reporting-calendar.factory.js';
import { type Departments, startDepartments } from '../factories/submission.factory.js';

/** The lock of a round would hide what the rows themselves must forbid: here the services run at the same moment, without it. */
describe('two workers at the same moment', () => {
  let departments: Departments;
  const followed: OpenedCycle[] = [];

  const atOnce = async (at: string, run: (now: Date) => Promise<number>): Promise<number> => {
    const { waymark } = departments;
    waymark.clock.set(at);
    const counts = await Promise.all(Array.from({ length: 4 }, () => run(waymark.clock.now())));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const audited = (event: string): Promise<number> => departments.waymark.dataSource.getRepository(AuditEntry).countBy({ event });
  const noticed = (kind: string): Promise<number> => departments.waymark.dataSource.getRepository(Notice).countBy({ kind });

  beforeAll(async () => {
    departments = await startDepartments();
    const { waymark, education } = departments;
    waymark.clock.set('2026-01-05T09:00:00Z');
    for (const number of [1, 2, 3]) await saveMission(waymark, education, number, education.organisations.dfe);
    waymark.get(CycleFollowers).register({ opened: async (_, cycle) => void followed.push(cycle) });
    await setCalendar(waymark);
  });
  afterAll(() => departments?.waymark.close());

  it('open a cycle once, and tell whoever follows it once', async () => {
    const { waymark } = departments;
    expect(await atOnce('2026-03-24T00:00:00Z', (now) => waymark.get(CycleOpening).openDue(now))).toBe(2);
    const cycles = await waymark.dataSource.getRepository(ReportingCycleRow).find({ order: { kind: 'ASC' } });
    expect(cycles.map(({ kind, opened }) => [kind, opened])).toEqual([['delivery-plan', 1], ['evidence-return', 4]]);
    expect(await waymark.dataSource.getRepository(Submission).count()).toBe(5);
    expect(followed.map(({ kind, submissions }) => [kind, submissions.length]).sort()).toEqual([['delivery-plan', 1], ['evidence-return', 4]]);
    // three people of the department, one notice of each cycle
    expect([await audited('REPORTING_CYCLE_OPENED'), await audited('PLANNING_YEAR_OPENED'), await noticed('cycle-opened')]).toEqual([1, 1, 6]);
  });

  it('remind of each submission once', async () => {
    const { waymark } = departments;
    expect(await atOnce('2026-04-09T06:59:59Z', (now) => waymark.get(Reminding).remindDue(now))).toBe(1);
    expect(await atOnce('2026-04-09T07:00:00Z', (now) => waymark.get(Reminding).remindDue(now))).toBe(4);
    expect(await waymark.dataSource.getRepository(Reminder).count()).toBe(5);
    expect([await audited('SUBMISSION_REMINDED'), await noticed('report-due')]).toEqual([5, 15]);
  });

  it('mark each once', async () => {
    const { waymark } = departments;
    expect(await atOnce('2026-04-29T22:59:59Z', (now) => waymark.get(OverdueMarking).markDue(now))).toBe(1);
    expect(await atOnce('2026-04-29T23:00:00Z', (now) => waymark.get(OverdueMarking).markDue(now))).toBe(4);
    expect(await waymark.dataSource.getRepository(SubmissionEvent).countBy({ action: 'mark-overdue' })).toBe(5);
    expect(await audited('SUBMISSION_MARKED_OVERDUE')).toBe(5);
  });

  it('close each window once', async () => {
    const { waymark } = departments;
    expect(await atOnce('2026-05-06T22:59:59Z', (now) => waymark.get(WindowClosing).closeDue(now))).toBe(0);
    expect(await atOnce('2026-05-06T23:00:00Z', (now) => waymark.get(WindowClosing).closeDue(now))).toBe(1);
    expect(await atOnce('2026-05-21T23:00:00Z', (now) => waymark.get(WindowClosing).closeDue(now))).toBe(4);
    expect(await waymark.dataSource.getRepository(SubmissionEvent).countBy({ action: 'close-window' })).toBe(5);
    expect(await waymark.dataSource.getRepository(Submission).countBy({ status: 'not-submitted' })).toBe(5);
  });

  it('run one round between them, which does each thing once', async () => {
    const { waymark } = departments;
    waymark.clock.set('2026-06-23T08:00:00Z');
    const rounds = await Promise.all([1, 2, 3].map(() => waymark.get(WatchRound).run()));
    expect(rounds.flatMap((done) => done?.['open-cycles'] ?? [])).toEqual([1]);
    expect(rounds.flatMap((done) => done?.['judge-daily'] ?? [])).toEqual([1]);
  });
});
