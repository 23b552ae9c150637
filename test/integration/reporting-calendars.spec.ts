import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { CalendarDaysService } from '#features/calendar/calendar-days.service.js';
import { ReportingCalendar } from '#features/calendar/reporting-calendar.entity.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { PublicReturnsQueries } from '#features/submissions/public-returns.queries.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { publishFigures } from '../factories/education-mission.factory.js';
import { QUARTERLY, setCalendar } from '../factories/reporting-calendar.factory.js';
import { type Departments, openedAs, refusalOf, startDepartments } from '../factories/submission.factory.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { Review } from '#features/reviews/review.entity.js';

describe('reporting calendars', () => {
  let departments: Departments;

  const command = systemActor('command', 'import calendar');
  const load = (text: string): Promise<{ changed: boolean }> => departments.waymark.get(ReportingCalendarsService).importFile(command, { fileName: 'c.yml', text });
  const messages = async (text: string): Promise<string[]> => {
    const error: unknown = await load(text).then(() => 'loaded', (reason: unknown) => reason);
    return (error as { reasons: { message: string }[] }).reasons.map(({ message }) => message);
  };
  const only = (coversFrom: string): Promise<Submission> => departments.waymark.dataSource.getRepository(Submission).findOneByOrFail({ coversFrom, kind: 'evidence-return' });
  const roundAt = async (at: string): Promise<void> => {
    departments.waymark.clock.set(at);
    await departments.waymark.runWatches();
  };

  beforeAll(async () => {
    departments = await startDepartments();
    departments.waymark.clock.set('2026-01-05T09:00:00Z');
  });
  afterAll(() => departments?.waymark.close());

  describe('as files', () => {
    it('load once, and change nothing where they say the same', async () => {
      expect((await load(QUARTERLY)).changed).toBe(true);
      const audited = (): Promise<number> => departments.waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'REPORTING_CALENDAR_CHANGED' });
      const before = await audited();
      expect((await load(`${QUARTERLY}# the same\n`)).changed).toBe(false);
      expect(await audited()).toBe(before);
      expect(await departments.waymark.dataSource.getRepository(ReportingCalendar).find()).toMatchObject([
        { nation: 'england', startsOn: '2026-01-01', avoidsRecess: true, returns: { rhythm: 'quarterly', opens: -5, due: 19, closes: 15, afterRelease: null }, rowVersion: 1 },
      ]);
    });

    it.each<[string, string, string[]]>([
      ['an unknown framework', QUARTERLY.replace('levelling-up-2022', 'no-such'), ['line 1: there is no framework no-such']],
      ['a wrong date', QUARTERLY.replace('2026-01-01', '2026-02-30'), ['line 3: The day from which cycles open must be a real date, like 27 3 2027']],
      ['a wrong rhythm', QUARTERLY.replace('quarterly', 'weekly'), ['line 5: rhythm must be one of the following values: yearly, half-yearly, quarterly']],
      ['days out of range', `${QUARTERLY.split('returns')[0] ?? ''}returns:\n  rhythm: yearly\n  firstMonth: 14\n  opens: 30\n  due: 20\n  closes: 0\n`, [
        'line 7: Select the month in which a period begins', 'line 9: The due date must come after the opening', 'line 10: Days to the closing of the window must be a whole number of working days from 1 to 250',
      ]],
      ['a field that is none', `${QUARTERLY}colour: red\n`, ['line 7: there is no field colour here']],
      ['no YAML', 'a: [', ['line 1: Flow sequence in flow collection must be sufficiently indented and end with a ]']],
    ])('are refused with the line at fault: %s', async (_, text, expected) => {
      const found = await messages(text);
      if (_ === 'no YAML') expect(found[0]).toMatch(/^line 1: /);
      else expect(found).toEqual(expected);
    });

    it('are not for departments', async () => {
      expect(await refusalOf(departments.waymark.get(ReportingCalendarsService).importFile(departments.actors.official, { fileName: 'c', text: QUARTERLY }))).toEqual(['forbidden', ['forbidden']]);
    });
  });

  it('are changed by one of two who saw the same', async () => {
    const calendars = departments.waymark.get(ReportingCalendarsService);
    const { rowVersion } = await departments.waymark.dataSource.getRepository(ReportingCalendar).findOneByOrFail({});
    const set = (nation: 'wales' | 'scotland'): Promise<void> =>
      calendars.setGeneral(departments.actors.administrator, 'levelling-up-2022', { nation, startsOn: '2026-01-01', avoidsRecess: true }, { rowVersion });
    const results = await Promise.allSettled([set('wales'), set('scotland')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await setCalendar(departments.waymark);
  });

  it('count the days that people add and take back', async () => {
    const { waymark, actors } = departments;
    const days = waymark.get(CalendarDaysService);
    const draft = { kind: 'bank-holiday' as const, nation: 'wales', name: 'St David’s Day', firstDay: '2027-03-01', lastDay: '2027-03-01', source: 'gov.wales' };
    expect(await refusalOf(days.add(actors.official, draft))).toEqual(['forbidden', ['forbidden']]);
    const results = await Promise.allSettled([days.add(actors.administrator, draft), days.add(actors.administrator, draft)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [added] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const isWorkingDay = async (nation: 'wales' | 'england'): Promise<boolean> => (await waymark.get(WorkingCalendars).of(nation)).isWorkingDay('2027-03-01');
    expect([await isWorkingDay('wales'), await isWorkingDay('england')]).toEqual([false, true]);
    await days.takeBack(actors.administrator, added?.id ?? '');
    expect(await isWorkingDay('wales')).toBe(true);
    expect(await refusalOf(days.takeBack(actors.administrator, added?.id ?? ''))).toEqual(['conflict', ['taken-back']]);
  });

  describe('and what is due by them', () => {
    beforeEach(() => setCalendar(departments.waymark, QUARTERLY.replace('closes: 15 }', 'closes: 15, afterRelease: 5 }')));

    it('waits for a release whose hour is known when the cycle opens, and for one that becomes known later', async () => {
      const { waymark, education } = departments;
      // 29 April is the day by the rules; the release on the 27th leaves two working days, so five after it: Tuesday 5 May
      await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 70 }, '2026-04-27');
      await roundAt('2026-03-24T09:00:00Z');
      expect(await only('2026-01-01')).toMatchObject({ dueOn: '2026-05-05', firstDueOn: '2026-05-05', closesOn: '2026-05-27' });
      // the next cycle opens without knowing of one; its due date is 27 July
      await roundAt('2026-06-23T09:00:00Z');
      expect(await only('2026-04-01')).toMatchObject({ dueOn: '2026-07-27' });
      await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 71 }, '2026-07-24');
      await roundAt('2026-07-01T09:00:00Z');
      await roundAt('2026-07-01T09:01:00Z');
      const moved = await only('2026-04-01');
      expect(moved).toMatchObject({ dueOn: '2026-07-31', firstDueOn: '2026-07-27', extensions: 0, closesOn: '2026-08-21' });
      const events = await waymark.dataSource.getRepository(SubmissionEvent).findBy({ submissionId: moved.id, action: 'move-due' });
      expect(events.map(({ reasons }) => reasons[0]?.text)).toEqual(['Now due on 31 July 2026 and no longer on 27 July 2026: headline figures are published on 24 July 2026.']);
      const notices = await waymark.dataSource.getRepository(Notice).findBy({ about: `submission:${moved.id}`, kind: 'due-date-moved' });
      expect(notices).toHaveLength(3);
    });

    it('is moved out of a recess', async () => {
      const { waymark, actors } = departments;
      await waymark.get(CalendarDaysService).add(actors.administrator, { kind: 'recess', nation: null, name: 'Conference recess', firstDay: '2026-10-20', lastDay: '2026-11-02', source: 'parliament.uk' });
      await roundAt('2026-09-23T09:00:00Z');
      expect(await only('2026-07-01')).toMatchObject({ dueOn: '2026-11-03' });
    });
  });

  it('hold what is accepted in a pre-election period until it has passed', async () => {
    const { waymark, make, actors, education } = departments;
    const publicOn = async (today: string): Promise<string | undefined> => (await new PublicReturnsQueries(waymark.dataSource).lastAccepted(education.mission.id, today))?.reference;
    waymark.clock.set('2026-11-23T09:00:00Z');
    const before = await make.in('accepted');
    expect(await publicOn('2026-11-23')).toBe(before.reference);
    const election = { kind: 'pre-election' as const, nation: null, name: 'General election', firstDay: '2026-11-24', lastDay: '2026-12-17', source: 'gov.uk' };
    const { id } = await waymark.get(CalendarDaysService).add(actors.administrator, election);
    waymark.clock.set('2026-11-24T09:00:00Z');
    const held = await make.in('accepted');
    expect([await publicOn('2026-11-24'), await publicOn('2026-12-17'), await publicOn('2026-12-18')]).toEqual([before.reference, before.reference, held.reference]);
    // where the period is taken back there is nothing to hold
    await waymark.get(CalendarDaysService).takeBack(actors.administrator, id);
    expect(await publicOn('2026-11-24')).toBe(held.reference);
  });

  it('publish unresolved what was sent back and not delivered again, and never without ten working days for it', async () => {
    const { waymark, make, actors, education } = departments;
    waymark.clock.set('2026-11-23T09:00:00Z');
    const { id } = await make.open('evidence-return', '2026-12-15');
    await waymark.dataSource.getRepository(Submission).update({ id }, { closesOn: '2026-12-18' });
    const current = (): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
    const submissions = waymark.get(SubmissionsService);
    await make.write(await current());
    await submissions.move(actors.official, openedAs(await current()), 'send-for-sign-off');
    await submissions.move(actors.sro, openedAs(await current()), 'submit');
    await waymark.runJobs();
    waymark.clock.set('2026-12-18T16:00:00Z');
    const review = (): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: id });
    await waymark.get(ReviewsService).claim(actors.reviewer, (await review()).id, (await review()).rowVersion);
    const draft = { decision: 'changes-requested' as const, reasons: [{ section: 'narrative', text: 'Name the cause.' }] };
    await waymark.get(ReviewsService).decide(actors.reviewer, (await review()).id, { draft, rowVersion: (await review()).rowVersion });
    expect((await current()).status).toBe('changes-requested');
    // ten working days after Friday 18 December: Wednesday 6 January
    await roundAt('2027-01-06T23:59:00Z');
    expect((await current()).status).toBe('changes-requested');
    await roundAt('2027-01-07T00:00:00Z');
    expect((await current()).status).toBe('published-unresolved');
    expect((await current()).overdueAt).toBeNull();
    const event = await waymark.dataSource.getRepository(SubmissionEvent).findOneByOrFail({ submissionId: id, action: 'close-unresolved' });
    expect([event.actorName, event.actorId, event.versionNumber]).toEqual(['Waymark', null, 1]);
    const told = await waymark.dataSource.getRepository(Notice).findBy({ about: `submission:${id}`, kind: 'window-closed', userId: education.people.sro.id });
    expect(told.map(({ subject }) => subject.slice(0, 20))).toEqual(['Published unresolved']);
  });
});
