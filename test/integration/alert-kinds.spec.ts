import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Alert } from '#features/alerts/alert.entity.js';
import { AlertWatching } from '#features/alerts/alert-watching.service.js';
import { LateReportAlerts } from '#features/alerts/late-report-alerts.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { MissionVacancy } from '#features/missions/mission-vacancy.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { JobRunner } from '#platform/queue/job-runner.js';
import { AlertDesk, OFF_TRACK, ON_TRACK } from '../factories/alert-desk.factory.js';

describe('alerts on what has not come by its day', () => {
  let desk: AlertDesk;

  const mailed = async (alert: Alert | undefined): Promise<string[]> =>
    (await desk.waymark.dataSource.getRepository(MailMessage).find({ where: { about: `alert:${alert?.id ?? ''}` }, order: { recipient: 'ASC' } })).map(({ recipient }) => recipient);

  beforeEach(async () => void (desk = await AlertDesk.open()));
  afterEach(() => desk.waymark.close());

  describe('no lead', () => {
    it('is raised on the first day of a vacancy with its reason, cleared when a lead begins, and raised anew at the next', async () => {
      const leads = desk.waymark.dataSource.getRepository(MissionLead);
      await leads.update({ missionId: desk.education.mission.id }, { to: '2026-02-02' });
      await desk.waymark.dataSource.getRepository(MissionVacancy).save({ missionId: desk.education.mission.id, from: '2026-02-02', to: '2026-04-01', reason: 'The department is being split.' });
      // midnight in London is midnight UTC in winter: the day before, then the first day
      await desk.watchAt('2026-02-01T23:59:00Z');
      expect(await desk.all('no-lead')).toEqual([]);
      await desk.watchAt('2026-02-02T00:00:00Z');
      const [alert] = await desk.all('no-lead');
      expect(alert).toMatchObject({ status: 'raised', organisationId: null, raisedWithId: null, sentence: expect.stringContaining('Since 2 February 2026 no department leads the mission Education') });
      expect(alert?.sentence).toContain('The department is being split.');
      await desk.month();
      expect(await desk.statuses('no-lead')).toEqual(['raised']);
      await leads.save({ missionId: desk.education.mission.id, organisationId: desk.education.organisations.dhsc.id, from: '2026-04-01', to: '2026-06-01', basis: 'paper' });
      await desk.watchAt('2026-03-31T22:59:00Z');
      expect(await desk.statuses('no-lead')).toEqual(['raised']);
      // summer time since 29 March: midnight in London is 23:00 UTC
      await desk.watchAt('2026-03-31T23:00:00Z');
      expect(await desk.statuses('no-lead')).toEqual(['closed']);
      expect((await desk.timeline(alert)).at(-1)).toEqual(['clear', 'Department of Health and Social Care leads the mission from 1 April 2026.']);
      await desk.watchAt('2026-06-01T12:00:00Z');
      expect(await desk.statuses('no-lead')).toEqual(['closed', 'raised']);
      expect((await desk.all('no-lead'))[1]?.sentence).toContain('No reason is on record.');
    });
  });

  describe('return overdue', () => {
    const saveReturn = (over: Partial<Submission> = {}): Promise<Submission> =>
      desk.waymark.dataSource.getRepository(Submission).save({
        kind: 'evidence-return', reference: 'ER-2026-7K3D', frameworkId: desk.education.mission.frameworkId, organisationId: desk.education.organisations.dfe.id, missionId: desk.education.mission.id,
        coversLabel: 'April 2025 to March 2026', coversFrom: '2025-04-01', coversTo: '2026-03-31', dueOn: '2026-05-29', firstDueOn: '2026-05-29', extensions: 0, status: 'draft',
        deliveredVersions: 0, standingVersion: null, acceptedVersion: null, createdAt: desk.waymark.clock.now(), ...over,
      });

    it('is raised with the calendar’s mark, once, owed by whoever owes the return', async () => {
      const submission = await saveReturn();
      await desk.watchAt('2026-05-29T22:59:00Z');
      expect(await desk.all('return-overdue')).toEqual([]);
      await desk.watchAt('2026-05-29T23:00:00Z');
      await desk.month();
      expect(await desk.all('return-overdue')).toMatchObject([{
        status: 'raised', organisationId: desk.education.organisations.dfe.id, submissionId: submission.id, missionId: desk.education.mission.id,
        sentence: 'Department for Education has not delivered its evidence return on Education for April 2025 to March 2026, which was due on 29 May 2026.',
      }]);
    });

    it('is raised on a plan, which is about no one mission', async () => {
      await saveReturn({ kind: 'delivery-plan', reference: 'DP-2026-7K3D', missionId: null });
      await desk.watchAt('2026-06-01T08:00:00Z');
      const [alert] = await desk.all('return-overdue');
      expect(alert).toMatchObject({ missionId: null, frameworkId: desk.education.mission.frameworkId });
      const { status, $ } = await desk.waymark.open(desk.waymark.visitor(), `/alerts/${alert?.reference ?? ''}`);
      expect([status, $('h1').text()]).toEqual([200, expect.stringContaining('Levelling Up')]);
      expect((await desk.waymark.open(desk.waymark.visitor(), '/alerts')).$('main').text()).toContain('has not delivered its delivery plan');
    });
  });

  describe('no data by its date', () => {
    it('is raised the day after the deciding figure was due, told to statisticians, and cleared when it comes', async () => {
      await desk.waymark.dataSource.getRepository(Target).update(desk.education.target.id, { decides: { period: '2024-09-01/P1Y', releaseExpected: '2025-12-15' } });
      const { '2024-09-01/P1Y': last, ...before } = ON_TRACK;
      await desk.publish(before, '2025-01-05');
      desk.waymark.clock.set('2025-12-15T10:00:00Z');
      await desk.judge();
      expect(await desk.all('no-data')).toEqual([]);
      desk.waymark.clock.set('2025-12-16T10:00:00Z');
      await desk.judge();
      await desk.judge();
      expect(await desk.all('no-data')).toMatchObject([{ status: 'raised', targetId: desk.education.target.id, sentence: expect.stringContaining('was due on 15 December 2025 and is not there') }]);
      await desk.month();
      expect(await desk.statuses('no-data')).toEqual(['raised']);
      await desk.publish({ '2024-09-01/P1Y': last }, '2026-01-20');
      desk.waymark.clock.set('2026-01-20T10:00:00Z');
      await desk.judge();
      expect(await desk.statuses('no-data')).toEqual(['closed']);
    });

    it('is raised on a series that has stopped, and not by figures that are there under embargo only', async () => {
      await desk.publish(ON_TRACK, '2025-12-11');
      const next = await desk.publish({ '2025-09-01/P1Y': 82 }, '2028-01-10');
      await desk.waymark.dataSource.getRepository(Release).update(next.id, { announcedAt: null });
      desk.waymark.clock.set('2026-06-01T10:00:00Z');
      await desk.judge();
      expect(await desk.all('no-data')).toEqual([]);
      desk.waymark.clock.set('2028-01-09T10:00:00Z');
      await desk.judge();
      expect(await desk.all('no-data')).toMatchObject([{ status: 'raised', sentence: expect.stringContaining('the next figure was due by') }]);
      desk.waymark.clock.set('2028-01-10T10:00:00Z');
      await desk.judge();
      expect(await desk.statuses('no-data')).toEqual(['closed']);
    });
  });

  describe('response overdue', () => {
    it('is raised the day after the answer was due, once, and not of itself', async () => {
      await desk.publish(OFF_TRACK);
      await desk.judge();
      const [alert] = await desk.all('target-off-track');
      // 20 working days after Monday 5 January 2026: Monday 2 February
      expect(alert?.responseDueOn).toBe('2026-02-02');
      await desk.watchAt('2026-02-02T23:00:00Z');
      expect(await desk.all('response-overdue')).toEqual([]);
      await desk.watchAt('2026-02-03T00:10:00Z');
      await desk.month();
      await desk.month();
      expect(await desk.all('response-overdue')).toMatchObject([{ status: 'raised', aboutAlertId: alert?.id, organisationId: desk.education.organisations.dfe.id, sentence: expect.stringContaining('an answer was due by 2 February 2026') }]);
    });
  });

  describe('statutory date of a report missed', () => {
    it('is raised once by whoever watches the report, and cleared by it', async () => {
      const late = { frameworkId: desk.education.mission.frameworkId, report: 'annual-2025', title: 'the annual report for 2025', owedBy: 'The Secretary of State', dueOn: '2025-12-31', organisationId: null };
      const reports = desk.waymark.get(LateReportAlerts);
      expect(await desk.run((tx) => reports.raise(tx, late))).toMatchObject({ missionId: null, sentence: 'The Secretary of State had to deliver the annual report for 2025 by 31 December 2025, and has not.' });
      expect(await desk.run((tx) => reports.raise(tx, late))).toBeNull();
      await desk.run((tx) => reports.clear(tx, late, 'The report was published on 5 January 2026.'));
      expect(await desk.statuses('report-late')).toEqual(['closed']);
      expect(await desk.run((tx) => reports.raise(tx, { ...late, dueOn: '2026-01-04' }))).toMatchObject({ status: 'raised' });
    });

    it('is not raised before its day has passed', async () => {
      const late = { frameworkId: desk.education.mission.frameworkId, report: 'annual-2025', title: 'the annual report for 2025', owedBy: 'The Secretary of State', dueOn: '2026-01-05', organisationId: null };
      const raised = await desk.run((tx) => desk.waymark.get(LateReportAlerts).raise(tx, late));
      expect(raised).toBeNull();
    });
  });

  describe('two workers at once', () => {
    it('raise one alert each and clear each once', async () => {
      await desk.waymark.dataSource.getRepository(MissionLead).update({ missionId: desk.education.mission.id }, { to: '2026-01-05' });
      const look = (): Promise<number> => desk.waymark.get(AlertWatching).watchClock(desk.waymark.clock.now());
      expect((await Promise.all([look(), look(), look()])).reduce((sum, done) => sum + done, 0)).toBe(1);
      expect(await desk.statuses('no-lead')).toEqual(['raised']);
      expect(await mailed((await desk.all('no-lead'))[0])).toEqual(['chair', 'member', 'reviewer', 'secondee'].map((name) => `${name}@council.example.org`));
      await desk.waymark.dataSource.getRepository(MissionLead).update({ missionId: desk.education.mission.id }, { to: null });
      expect((await Promise.all([look(), look(), look()])).reduce((sum, done) => sum + done, 0)).toBe(1);
      expect((await desk.timeline((await desk.all('no-lead'))[0])).map(([action]) => action)).toEqual(['raise', 'clear']);
    });

    it('raise one when the same call is worked off twice at the same time', async () => {
      await desk.publish(OFF_TRACK);
      await desk.judge();
      await desk.waymark.dataSource.query(`DELETE FROM outbox_messages WHERE done_at IS NULL`);
      await desk.recordCouncil('on-track');
      const checks = await desk.waymark.dataSource.getRepository(OutboxMessage).findBy({ kind: 'check-alerts' });
      await desk.waymark.get(JobRunner).run(checks.at(-1)?.id ?? '', 1);
      await desk.run((tx) => desk.waymark.get(AlertWatching).callInTransaction(tx));
      const calls = await desk.waymark.dataSource.query(`SELECT id FROM outbox_messages WHERE kind = 'raise-alert' AND done_at IS NULL`) as { id: string }[];
      expect(calls.length).toBeGreaterThanOrEqual(2);
      await Promise.all(calls.map(({ id }) => desk.waymark.get(JobRunner).run(id, 1)));
      expect(await desk.statuses('judgement-conflict')).toEqual(['raised']);
    });
  });
});
