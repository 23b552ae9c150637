import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { DataGapMovesService } from '#features/data-gaps/data-gap-moves.service.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { type Register, startRegister } from '../factories/data-gap-register.factory.js';

describe('an overdue data gap', () => {
  let register: Register;
  const alerts = (): Promise<Alert[]> => register.waymark.dataSource.getRepository(Alert).find({ order: { raisedAt: 'ASC' } });
  const mailed = (): Promise<MailMessage[]> => register.waymark.dataSource.getRepository(MailMessage).find({ order: { recipient: 'ASC' } });
  const moveDate = async (dateNeeded: string): Promise<void> => {
    const gap = await register.only();
    await register.waymark.get(DataGapMovesService).edit(register.statistician, gap.reference, {
      ownerId: '', ownerPerson: '', plan: '', resource: '', dateNeeded, reason: 'Later.', rowVersion: gap.rowVersion,
    });
  };

  beforeEach(async () => {
    register = await startRegister();
    await register.sync([register.finding()]);
  });
  afterEach(() => register.waymark.close());

  it('raises one alert at 8am in London on the day after, to the council and the lead department, once each', async () => {
    const [watch] = await register.waymark.dataSource.getRepository(OutboxMessage).findBy({ kind: 'watch-data-gaps' });
    // summer time: 8am is 7am UTC
    expect(watch?.dueAt).toEqual(new Date('2027-06-02T07:00:00Z'));
    register.waymark.clock.set('2027-06-02T06:59:59Z');
    expect(await register.waymark.runJobs()).toEqual([]);
    register.waymark.clock.set('2027-06-02T07:00:00Z');
    expect((await register.waymark.runJobs()).slice(0, 2)).toEqual(['watch-data-gaps', 'raise-alert']);
    const gap = await register.only();
    const [alert, ...more] = await alerts();
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      kind: 'data-gap-overdue', dataGapId: gap.id, judgementId: null, targetId: null, organisationId: register.education.organisations.dfe.id, status: 'raised',
      dedupeKey: `data-gap-overdue:${gap.id}:2027-06-01`,
      sentence: 'A gap in the figures (too noisy for its target) for pupils at the expected standard in England was to be closed by 1 June 2027; it stands, and nobody has planned how to close it.',
    });
    expect((await mailed()).map(({ recipient }) => recipient)).toEqual([
      'chair@council.example.org', 'member@council.example.org', 'missions@dfe.example.org', 'official@dfe.example.org', 'reviewer@council.example.org', 'sam@council.example.org',
      'secondee@council.example.org', 'sro@dfe.example.org',
    ]);
    expect((await mailed())[0]?.subject).toBe(`Data gap overdue: Education (${alert?.reference ?? ''})`);
    // the same job again raises nothing
    await register.waymark.dataSource.query(`UPDATE outbox_messages SET done_at = NULL WHERE kind IN ('watch-data-gaps', 'raise-alert')`);
    await register.waymark.runJobs();
    expect([(await alerts()).length, (await mailed()).length]).toEqual([1, 8]);
  });

  it('runs once on return where nothing ran on the day', async () => {
    register.waymark.clock.set('2028-03-01T12:00:00Z');
    await register.waymark.runJobs();
    expect((await alerts()).map(({ raisedAt }) => raisedAt)).toEqual([new Date('2028-03-01T12:00:00Z')]);
  });

  it('is left alone where the date was moved, until the new one has passed', async () => {
    await moveDate('2027-12-01');
    register.waymark.clock.set('2027-06-02T09:00:00Z');
    await register.waymark.runJobs();
    expect(await alerts()).toEqual([]);
    // winter time: 8am is 8am UTC
    register.waymark.clock.set('2027-12-02T08:00:00Z');
    await register.waymark.runJobs();
    expect((await alerts()).map(({ dedupeKey }) => dedupeKey.split(':').at(-1))).toEqual(['2027-12-01']);
    await moveDate('2028-06-01');
    register.waymark.clock.set('2028-06-02T08:00:00Z');
    await register.waymark.runJobs();
    expect((await alerts()).map(({ dedupeKey }) => dedupeKey.split(':').at(-1))).toEqual(['2027-12-01', '2028-06-01']);
  });

  it('clears its alerts when the figures come, and says so in their history', async () => {
    register.waymark.clock.set('2027-06-02T09:00:00Z');
    await register.waymark.runJobs();
    await register.sync([]);
    await register.waymark.runJobs();
    const [alert] = await alerts();
    expect(alert?.status).toBe('closed');
    const events = await register.waymark.get(AlertsQueries).eventsOf(alert?.id ?? '');
    expect(events.map(({ action, toStatus, text }) => [action, toStatus, text]).at(-1)).toEqual(['clear', 'closed', 'The data gap is closed: Figures have come.']);
  });

  it('raises none once it is closed or not to be closed', async () => {
    const { reference, rowVersion } = await register.only();
    await register.waymark.get(DataGapMovesService).decide(register.statistician, reference, 'decline', { reason: 'Too dear.', rowVersion });
    register.waymark.clock.set('2027-06-02T09:00:00Z');
    await register.waymark.runJobs();
    expect(await alerts()).toEqual([]);
  });

  it('stands on one ground alone: a judgement or a gap', async () => {
    register.waymark.clock.set('2027-06-02T09:00:00Z');
    await register.waymark.runJobs();
    const query = (sql: string): Promise<unknown> => register.waymark.dataSource.query(sql);
    await expect(query('UPDATE alerts SET data_gap_id = NULL')).rejects.toThrow(/keeps what it was raised on/);
    await expect(
      query(`INSERT INTO alerts (reference, kind, dedupe_key, framework_id, mission_id, sentence, status, raised_at, acknowledge_due_on, response_due_on, row_version)
             SELECT 'AL-2027-XXXX', kind, 'x', framework_id, mission_id, sentence, status, raised_at, acknowledge_due_on, response_due_on, 1 FROM alerts`),
    ).rejects.toThrow(/ck_alerts_one_ground/);
  });
});
