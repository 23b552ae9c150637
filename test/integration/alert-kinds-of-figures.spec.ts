import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Verdict } from '#domain/judgements/verdict.js';
import { CHECK_ALERTS } from '#features/alerts/check-alerts.job.js';
import { CLEAR_ALERT } from '#features/alerts/clear-alert.job.js';
import { type AlertCall, RAISE_ALERT } from '#features/alerts/raise-alert.job.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { AlertDesk, OFF_TRACK, ON_TRACK } from '../factories/alert-desk.factory.js';
import { saveAcceptedReturn } from '../factories/education-mission.factory.js';

describe('alerts on figures and on what is said of them', () => {
  let desk: AlertDesk;

  beforeEach(async () => void (desk = await AlertDesk.open()));
  afterEach(() => desk.waymark.close());

  describe('target off track', () => {
    it('is cleared by new figures while there is no plan, and raised anew at a second fall', async () => {
      await desk.publish(OFF_TRACK);
      await desk.judge();
      await desk.month();
      expect(await desk.statuses('target-off-track')).toEqual(['raised']);
      await desk.publish({ '2025-09-01/P1Y': 82 }, '2026-12-15');
      await desk.watchAt('2026-12-15T10:00:00Z');
      await desk.judge();
      expect(await desk.statuses('target-off-track')).toEqual(['closed']);
      expect((await desk.timeline((await desk.all('target-off-track'))[0])).at(-1)).toEqual(['clear', expect.stringContaining('Cleared by new figures')]);
      await desk.publish({ '2026-09-01/P1Y': 67 }, '2027-12-15');
      await desk.watchAt('2027-12-15T10:00:00Z');
      await desk.judge();
      expect(await desk.statuses('target-off-track')).toEqual(['closed', 'raised']);
    });

    it('is raised by no release under embargo, and by it in its first minute', async () => {
      await desk.publish(ON_TRACK, '2025-12-11');
      const release = await desk.publish({ '2025-09-01/P1Y': 66 }, '2026-12-15');
      await desk.waymark.dataSource.getRepository(Release).update(release.id, { announcedAt: null });
      desk.waymark.clock.set('2026-12-15T09:29:00Z');
      await desk.judge();
      await desk.waymark.runWatches();
      expect(await desk.statuses('target-off-track')).toEqual([]);
      expect(JSON.stringify(await desk.waymark.dataSource.getRepository(MailMessage).find())).not.toContain('66%');
      desk.waymark.clock.set('2026-12-15T09:30:00Z');
      await desk.judge();
      expect(await desk.statuses('target-off-track')).toEqual(['raised']);
    });
  });

  describe('interim target missed', () => {
    beforeEach(() => desk.waymark.dataSource.getRepository(Target).update(desk.education.target.id, { milestones: [{ period: '2023-09-01/P1Y', kind: 'interim-target', value: 78 }] }));

    it('is raised once on the final figure, cleared by a revision, and raised anew by another', async () => {
      await desk.publish({ ...ON_TRACK, '2023-09-01/P1Y': 77 });
      await desk.judge();
      await desk.month();
      const [alert] = await desk.all('interim-target-missed');
      expect(alert).toMatchObject({ status: 'raised', targetId: desk.education.target.id, sentence: expect.stringContaining('78% in school year 2023/24') });
      // published again with the same figure: nothing has changed
      await desk.publish({ '2023-09-01/P1Y': 77 });
      await desk.judge();
      expect(await desk.statuses('interim-target-missed')).toEqual(['raised']);
      desk.waymark.clock.advance(60_000);
      await desk.publish({ '2023-09-01/P1Y': 78 }, '2026-02-05');
      desk.waymark.clock.set('2026-02-05T10:00:00Z');
      await desk.judge();
      expect(await desk.statuses('interim-target-missed')).toEqual(['closed']);
      desk.waymark.clock.set('2026-02-06T10:00:00Z');
      await desk.publish({ '2023-09-01/P1Y': 76 });
      await desk.judge();
      expect(await desk.statuses('interim-target-missed')).toEqual(['closed', 'raised']);
    });

    it('is not raised where it was reached', async () => {
      await desk.publish(ON_TRACK);
      await desk.judge();
      expect(await desk.all('interim-target-missed')).toEqual([]);
    });
  });

  describe('judgement conflict', () => {
    it('is raised by the council’s word against the figures, cleared when they agree, and raised anew', async () => {
      await desk.publish(OFF_TRACK);
      await desk.judge();
      await desk.council('on-track');
      await desk.month();
      expect(await desk.all('judgement-conflict')).toMatchObject([{ status: 'raised', sentence: expect.stringContaining('The council judges the mission “on track”, while the figures say “off track”.') }]);
      await desk.council('off-track');
      expect(await desk.statuses('judgement-conflict')).toEqual(['closed']);
      desk.waymark.clock.advance(60_000);
      await desk.council('achieved');
      expect(await desk.statuses('judgement-conflict')).toEqual(['closed', 'raised']);
    });

    it('is raised by the department’s word against the council’s', async () => {
      await desk.council('off-track');
      const { id: submissionVersionId } = await saveAcceptedReturn(desk.waymark.dataSource, desk.education, 'green');
      await desk.run((tx) => desk.waymark.get(GivenJudgementsService).recordDepartmentInTransaction(tx, submissionVersionId));
      await desk.waymark.runJobs();
      expect((await desk.all('judgement-conflict'))[0]?.sentence).toContain('Department for Education rates the likelihood that the mission’s targets are met “Green”, while the council judges the mission “off track”.');
    });

    it('is none while the council says one step less than the figures', async () => {
      await desk.publish(OFF_TRACK);
      await desk.judge();
      await desk.council('slipping');
      expect(await desk.all('judgement-conflict')).toEqual([]);
    });
  });

  describe('of what is judged', () => {
    const save = async (verdict: Verdict, over: Partial<Judgement> = {}): Promise<Judgement> => {
      desk.waymark.clock.advance(60_000);
      return desk.waymark.dataSource.getRepository(Judgement).save({
        kind: 'computed', missionId: desk.education.mission.id, targetId: desk.education.target.id, verdict, countsAs: verdict, sentence: `It is ${verdict}.`, method: 'gap', methodVersion: '2',
        components: { reasons: [], causeHints: {} }, inputs: [], releaseIds: [], cause: 'new-period', givenAt: desk.waymark.clock.now(), asOf: desk.waymark.clock.today(), ...over,
      }) as Promise<Judgement>;
    };
    const guarded = (guard: string, cause = 'new-period'): Promise<Judgement> =>
      save('on-track', { cause, components: { reasons: [], causeHints: {}, areaFindings: { levellingDown: { guard, sentence: `The guard says ${guard}.` } } } });
    it('levelling down: raised once while the gap closes, kept while it cannot be told, cleared, and raised anew', async () => {
      await guarded('levelling-down', 'revision');
      await desk.call(CHECK_ALERTS, {});
      expect(await desk.all('levelling-down')).toEqual([]);
      await guarded('levelling-down');
      await desk.call(CHECK_ALERTS, {});
      await desk.call(CHECK_ALERTS, {});
      await guarded('cannot-tell');
      await desk.call(CHECK_ALERTS, {});
      expect(await desk.all('levelling-down')).toMatchObject([{ status: 'raised', targetId: desk.education.target.id, sentence: 'The guard says levelling-down.' }]);
      await guarded('clear');
      await desk.call(CHECK_ALERTS, {});
      expect(await desk.statuses('levelling-down')).toEqual(['closed']);
      await guarded('levelling-down');
      await desk.call(CHECK_ALERTS, {});
      expect(await desk.statuses('levelling-down')).toEqual(['closed', 'raised']);
    });

    it('every-area rule broken: one a target, cleared by new figures, raised anew', async () => {
      await desk.call(RAISE_ALERT, { kind: 'every-area-broken', judgementId: (await save('off-track')).id });
      await desk.call(RAISE_ALERT, { kind: 'every-area-broken', judgementId: (await save('off-track')).id });
      expect(await desk.statuses('every-area-broken')).toEqual(['raised']);
      const recovery = await save('on-track');
      await desk.call(CLEAR_ALERT, { judgementId: recovery.id });
      await desk.call(RAISE_ALERT, { kind: 'every-area-broken', judgementId: (await save('missed')).id });
      expect(await desk.statuses('every-area-broken')).toEqual(['closed', 'raised']);
    });

    it('a target reset while it is off track: raised once, cleared when it is undone', async () => {
      const targets = desk.waymark.dataSource.getRepository(Target);
      await desk.publish(OFF_TRACK);
      await desk.judge();
      await targets.update(desk.education.target.id, { rule: { kind: 'level', value: 60 } });
      desk.waymark.clock.advance(60_000);
      await desk.judge();
      await desk.judge();
      expect(await desk.all('target-reset')).toMatchObject([{ status: 'raised', sentence: 'The target “90% reach the expected standard” was changed while it was “off track”; by what it asks now it is “at target”. It stays judged by what it first asked, too.' }]);
      // the alert on what it first asked stands: the change ends nothing
      expect(await desk.statuses('target-off-track')).toEqual(['raised']);
      await targets.update(desk.education.target.id, { rule: { kind: 'level', value: 90 } });
      desk.waymark.clock.advance(60_000);
      await desk.judge();
      expect(await desk.statuses('target-reset')).toEqual(['closed']);
    });

    it('an interim target that is made easier while the target is off track is a reset as well', async () => {
      const targets = desk.waymark.dataSource.getRepository(Target);
      await targets.update(desk.education.target.id, { milestones: [{ period: '2027-09-01/P1Y', kind: 'interim-target', value: 86 }] });
      await desk.publish(OFF_TRACK);
      await desk.judge();
      await targets.update(desk.education.target.id, { milestones: [{ period: '2027-09-01/P1Y', kind: 'interim-target', value: 85 }] });
      desk.waymark.clock.advance(60_000);
      await desk.judge();
      expect(await desk.statuses('target-reset')).toEqual(['raised']);
    });

    it('a headline demoted while it is off track: raised once, cleared when it is a headline again', async () => {
      await save('off-track');
      const targets = desk.waymark.dataSource.getRepository(Target);
      await targets.update(desk.education.target.id, { role: 'supporting' });
      const demotion: AlertCall = { kind: 'headline-demoted', targetId: desk.education.target.id, at: desk.waymark.clock.now().toISOString() };
      await desk.call(RAISE_ALERT, demotion);
      await desk.call(RAISE_ALERT, demotion);
      await desk.call(CHECK_ALERTS, {});
      expect(await desk.statuses('headline-demoted')).toEqual(['raised']);
      await targets.update(desk.education.target.id, { role: 'headline' });
      await desk.call(CHECK_ALERTS, {});
      expect(await desk.statuses('headline-demoted')).toEqual(['closed']);
    });

    it('a headline demoted while it is on track calls for none', async () => {
      await save('on-track');
      await desk.waymark.dataSource.getRepository(Target).update(desk.education.target.id, { role: 'supporting' });
      await desk.call(RAISE_ALERT, { kind: 'headline-demoted', targetId: desk.education.target.id, at: desk.waymark.clock.now().toISOString() });
      expect(await desk.all('headline-demoted')).toEqual([]);
    });
  });
});
