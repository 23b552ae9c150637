import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertChangesOfHands } from '#features/alerts/alert-changes-of-hands.service.js';
import { AlertEvent } from '#features/alerts/alert-event.entity.js';
import { AlertRaisingService } from '#features/alerts/alert-raising.service.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';

describe('an open alert, when its mission gets another lead', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let raised: Alert;

  const current = (): Promise<Alert> => waymark.dataSource.getRepository(Alert).findOneByOrFail({ id: raised.id });
  const events = async (): Promise<[string, string][]> =>
    (await waymark.dataSource.getRepository(AlertEvent).find({ where: { alertId: raised.id }, order: { sequence: 'ASC' } })).map(({ action, text }) => [action, text]);
  const move = (): Promise<number> => waymark.get(AlertChangesOfHands).moveDue(waymark.clock.now());

  beforeAll(async () => {
    waymark = await startTestApplication();
    // Monday; 20 working days later is Monday 29 June
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    const { mission } = education;
    const ground = { kind: 'interim-target-missed' as const, subject: mission.id, change: 'x', mayRaise: true, frameworkId: mission.frameworkId, missionId: mission.id, sentence: 'S.', facts: [] };
    raised = (await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) => waymark.get(AlertRaisingService).raiseOn(tx, ground))) as Alert;
    await waymark.dataSource.getRepository(MissionLead).update({ missionId: mission.id }, { to: '2026-06-15' });
    await waymark.dataSource.getRepository(MissionLead).save({ missionId: mission.id, organisationId: education.organisations.dhsc.id, from: '2026-06-15', to: '2026-06-22', basis: 'paper' });
    await waymark.dataSource.query('DELETE FROM mail_messages');
  });
  afterAll(() => waymark.close());

  it('stays until the day itself', async () => {
    // the last minute of 14 June in London, in summer time
    waymark.clock.set('2026-06-14T22:59:00Z');
    expect(await move()).toBe(0);
    expect(await current()).toMatchObject({ organisationId: education.organisations.dfe.id });
  });

  it('is owed by the new lead from its first day, by the same date, whoever asks at the same moment', async () => {
    waymark.clock.set('2026-06-14T23:00:00Z');
    expect((await Promise.all([move(), move(), move()])).reduce((sum, moved) => sum + moved, 0)).toBe(1);
    expect(await current()).toMatchObject({
      organisationId: education.organisations.dhsc.id, raisedWithId: education.organisations.dfe.id, responseDueOn: '2026-06-29', status: 'raised',
    });
    // 15 June to 29 June: ten working days
    expect((await events()).at(-1)).toEqual([
      'move-lead',
      'Department of Health and Social Care leads this mission now. Department of Health and Social Care owes the answer, due by 29 June 2026, 10 working days from now; no date moves. Department for Education led when the alert was raised.',
    ]);
    expect(await move()).toBe(0);
  });

  it('is told to both departments and the council, once each', async () => {
    const told = (await waymark.dataSource.getRepository(MailMessage).find({ order: { recipient: 'ASC' } })).map(({ recipient }) => recipient);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toEqual(expect.arrayContaining(['missions@dhsc.example.org', 'othersro@dhsc.example.org', 'missions@dfe.example.org', 'sro@dfe.example.org', 'chair@council.example.org']));
  });

  it('names on its page who led then and who owes now', async () => {
    const { $ } = await waymark.open(waymark.visitor(), `/alerts/${raised.reference}`);
    const text = $('main').text();
    expect(text).toContain('Moved with the mission to its lead department');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Led when it was raised Department for Education');
  });

  it('is owed by nobody in a vacancy, and its date stands', async () => {
    waymark.clock.set('2026-06-22T08:00:00Z');
    expect(await move()).toBe(1);
    expect(await current()).toMatchObject({ organisationId: null, raisedWithId: education.organisations.dfe.id, responseDueOn: '2026-06-29' });
    expect((await events()).at(-1)?.[1]).toContain('Nobody owes the answer');
  });

  it('keeps who led when it was raised, whoever writes to the table', async () => {
    await expect(waymark.dataSource.query('UPDATE alerts SET raised_with_id = NULL')).rejects.toThrow(/keeps what it was raised on/);
    await expect(waymark.dataSource.query(`UPDATE alerts SET facts = '[{}]'`)).rejects.toThrow(/keeps what it was raised on/);
  });
});
