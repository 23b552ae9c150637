import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, VISITOR } from '#domain/access/permissions.js';
import { type LetterContent } from '#domain/letters/letter-blockers.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { type Letter } from '#features/letters/letter.entity.js';
import { LettersQueries } from '#features/letters/letters.queries.js';
import { LettersService } from '#features/letters/letters.service.js';
import { ReceivedLettersService } from '#features/letters/received-letters.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { actorOf, raiseOffTrack } from '../factories/alert.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';

const ANSWER = { sender: 'Secretary of State for Education', subject: 'Your letter', receivedOn: '2026-07-30', body: 'Dear Chair, we shall.' };
const GENERAL: LetterContent = { subject: 'Data', body: 'Dear colleague', addressees: [{ kind: 'other', name: 'National Statistician' }], answerWorkingDays: null };

describe('letters of the council', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let alert: Alert;
  let draft: Letter;

  const as = (name: keyof EducationMission['people']): Actor => actorOf(education.people[name]);
  const letters = (): LettersService => waymark.get(LettersService);
  const read = (reference: string, actor = as('chair')): Promise<Letter> => waymark.get(LettersQueries).byReference(actor, reference);
  const opened = async (reference: string): Promise<{ reference: string; rowVersion: number }> => ({ reference, rowVersion: (await read(reference)).rowVersion });
  const escalate = async (name: keyof EducationMission['people'], reason = 'Silence.'): Promise<Letter> =>
    waymark.get(EscalationService).escalate(as(name), alert.reference, { reason, rowVersion: (await waymark.get(AlertsQueries).byReference(alert.reference)).rowVersion });
  const query = (sql: string, ...values: unknown[]): Promise<unknown> => waymark.dataSource.query(sql, values);

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    alert = await raiseOffTrack(waymark, education);
    waymark.clock.set('2026-06-30T08:00:00Z');
    await waymark.runWatches();
  });
  afterAll(() => waymark.close());

  it('are drafted from the facts when the council escalates, in one move', async () => {
    for (const name of ['sro', 'reviewer', 'secondee', 'administrator'] as const) await expect(escalate(name)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(escalate('member', '')).rejects.toMatchObject({ kind: 'invalid' });
    draft = await escalate('member');
    expect(draft).toMatchObject({ status: 'draft', direction: 'out', kind: 'escalation', alertId: alert.id, organisationId: education.organisations.dfe.id, answerWorkingDays: 20 });
    expect(draft.addressees.map(({ kind }) => kind)).toEqual(['secretary-of-state', 'select-committee']);
    for (const words of ['It is off track.', 'raised on 1 June 2026', 'by 29 June 2026', 'did not answer by 29 June 2026', 'Silence.', `/alerts/${alert.reference}`]) expect(draft.body).toContain(words);
    expect((await waymark.get(AlertsQueries).byReference(alert.reference)).status).toBe('escalated');
  });

  it('are not there for anybody else while they are drafts', async () => {
    for (const actor of [VISITOR, as('sro'), as('reviewer'), as('administrator')]) await expect(read(draft.reference, actor)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await waymark.get(LettersQueries).published()).toEqual([]);
  });

  it('are changed by members with every version kept; two at once are one saving', async () => {
    await expect(letters().edit(as('reviewer'), await opened(draft.reference), draft)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(letters().edit(as('secondee'), await opened(draft.reference), draft)).rejects.toMatchObject({ code: 'own-department' });
    await expect(letters().edit(as('sro'), await opened(draft.reference), draft)).rejects.toMatchObject({ kind: 'forbidden' });
    const before = await opened(draft.reference);
    const both = await Promise.allSettled(['chair', 'member'].map((name) => letters().edit(as(name as 'chair'), before, { ...draft, body: `${draft.body}\n\n${name}` })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
    const versions = await waymark.get(LettersQueries).versions(draft.id);
    expect(versions.map(({ number, savedBy }) => [number, savedBy === null])).toEqual([[2, false], [1, true]]);
    expect(versions[1]?.body).toBe(draft.body);
  });

  it('are signed by a member or the chair, by nobody from the department, and with nothing missing', async () => {
    for (const name of ['reviewer', 'sro', 'administrator', 'secondee'] as const) await expect(letters().publish(as(name), await opened(draft.reference))).rejects.toMatchObject({ kind: 'forbidden' });
    await letters().edit(as('chair'), await opened(draft.reference), { ...draft, addressees: draft.addressees.slice(0, 1) });
    await expect(letters().publish(as('chair'), await opened(draft.reference))).rejects.toMatchObject({ kind: 'invalid', reasons: [{ field: 'selectCommittee' }] });
    await letters().edit(as('chair'), await opened(draft.reference), draft);
    for (const name of ['sro', 'secondee', 'reviewer', 'administrator'] as const) {
      await expect(query(`UPDATE letters SET status = 'published', signed_by = $1 WHERE id = $2`, education.people[name].id, draft.id)).rejects.toThrow(/not theirs to sign/);
    }
    const before = await opened(draft.reference);
    const both = await Promise.allSettled(['chair', 'member'].map((name) => letters().publish(as(name as 'chair'), before)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const published = await read(draft.reference, VISITOR);
    // 20 working days after Tuesday 30 June
    expect(published).toMatchObject({ status: 'published', answerDueOn: '2026-07-28', signedAs: expect.stringMatching(/, Advisory Council$/) });
    expect((await waymark.get(AlertsQueries).eventsOf(alert.id)).at(-1)).toMatchObject({ action: 'letter', toStatus: 'escalated', actorOffice: 'Advisory Council' });
    expect(await waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'LETTER_PUBLISHED' })).toBe(1);
  });

  it('stay word for word once they are published', async () => {
    await expect(letters().edit(as('chair'), { reference: draft.reference, rowVersion: (await read(draft.reference)).rowVersion }, draft)).rejects.toMatchObject({ code: 'is-published' });
    await expect(query(`UPDATE letters SET body = 'x' WHERE id = $1`, draft.id)).rejects.toThrow(/is published and stays/);
    await expect(query('DELETE FROM letters')).rejects.toThrow(/letters are kept/);
    await expect(query(`UPDATE letter_versions SET body = 'x'`)).rejects.toThrow(/permission denied/);
  });

  it('tell once that their answer is overdue, from the day after', async () => {
    const told = (): Promise<number> => waymark.dataSource.getRepository(AuditEntry).countBy({ event: 'LETTER_UNANSWERED' });
    waymark.clock.set('2026-07-28T22:00:00Z');
    await waymark.runWatches();
    expect(await told()).toBe(0);
    waymark.clock.set('2026-07-31T08:00:00Z');
    await waymark.runWatches();
    await waymark.runWatches();
    expect(await told()).toBe(1);
  });

  it('are answered by letters that the council’s people record', async () => {
    const received = waymark.get(ReceivedLettersService);
    for (const name of ['sro', 'administrator'] as const) await expect(received.record(as(name), ANSWER, draft.reference)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(received.record(as('reviewer'), { ...ANSWER, receivedOn: '2026-08-01', sender: '' }, 'LT-2026-XXXX')).rejects.toMatchObject({
      reasons: [{ field: 'answers' }, { field: 'sender' }, { field: 'receivedOn' }],
    });
    const answer = await received.record(as('reviewer'), ANSWER, draft.reference);
    expect(answer).toMatchObject({ direction: 'in', status: 'published', alertId: alert.id, answersId: draft.id });
    const listed = (await waymark.get(LettersQueries).published()).find(({ letter }) => letter.id === draft.id);
    expect(listed?.answeredOn).toBe('2026-07-30');
    expect((await waymark.get(AlertsQueries).eventsOf(alert.id)).at(-1)?.action).toBe('letter-in');
  });

  it('may be about nothing that has a page, and about an alert that there is', async () => {
    const { reference } = await letters().write(as('member'), GENERAL, '');
    await letters().publish(as('member'), await opened(reference));
    expect(await read(reference, VISITOR)).toMatchObject({ kind: 'general', alertId: null, answerDueOn: null });
    await expect(letters().write(as('member'), GENERAL, 'AL-2026-XXXX')).rejects.toMatchObject({ reasons: [{ field: 'about' }] });
    await expect(letters().write(as('sro'), GENERAL, '')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('about a department are begun by nobody who comes from it', async () => {
    await expect(letters().write(as('secondee'), GENERAL, alert.reference)).rejects.toMatchObject({ code: 'own-department' });
    expect((await letters().write(as('secondee'), GENERAL, '')).status).toBe('draft');
  });

  it('are dropped as drafts by whoever wrote them or a chair, with a reason, once, and kept', async () => {
    const { reference, id } = await letters().write(as('member'), GENERAL, alert.reference);
    const fresh = await opened(reference);
    for (const name of ['sro', 'reviewer', 'administrator', 'secondee'] as const) await expect(letters().drop(as(name), fresh, 'Not needed.')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(letters().drop(as('member'), fresh, ' ')).rejects.toMatchObject({ reasons: [{ field: 'reason' }] });
    for (const name of ['reviewer', 'secondee', 'administrator'] as const) {
      await expect(query(`UPDATE letters SET status = 'dropped', dropped_by = $1, dropped_at = now(), drop_reason = 'x' WHERE id = $2`, education.people[name].id, id)).rejects.toThrow(/not theirs to drop/);
    }
    await expect(query(`UPDATE letters SET status = 'dropped', dropped_by = $1, dropped_at = now(), drop_reason = ' ' WHERE id = $2`, education.people.chair.id, id)).rejects.toThrow(/with a reason/);
    await expect(query(`UPDATE letters SET status = 'dropped', dropped_by = $1, dropped_at = now(), drop_reason = 'x', body = 'y' WHERE id = $2`, education.people.chair.id, id)).rejects.toThrow(/as it was/);
    const both = await Promise.allSettled([letters().drop(as('chair'), fresh, 'Not needed.'), letters().publish(as('member'), fresh)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

    const second = await letters().write(as('chair'), GENERAL, '');
    await expect(letters().drop(as('member'), await opened(second.reference), 'Mine?')).rejects.toMatchObject({ code: 'not-yours' });
    await expect(query(`UPDATE letters SET status = 'dropped', dropped_by = $1, dropped_at = now(), drop_reason = 'x' WHERE id = $2`, education.people.member.id, second.id)).rejects.toThrow(/not theirs to drop/);
    await letters().drop(as('chair'), await opened(second.reference), 'Not needed.');
    for (const again of [letters().drop(as('chair'), await opened(second.reference), 'x'), letters().publish(as('chair'), await opened(second.reference))]) await expect(again).rejects.toMatchObject({ code: 'is-dropped' });
    await expect(query(`UPDATE letters SET status = 'draft' WHERE id = $1`, second.id)).rejects.toThrow(/was dropped and stays/);
    await expect(query(`UPDATE letters SET status = 'dropped', dropped_by = $1, dropped_at = now(), drop_reason = 'x' WHERE id = $2`, education.people.chair.id, draft.id)).rejects.toThrow(/is published and stays/);
    await expect(read(second.reference, VISITOR)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await read(second.reference)).toMatchObject({ status: 'dropped', dropReason: 'Not needed.' });
    expect(await waymark.dataSource.getRepository(AuditEntry).findBy({ event: 'LETTER_DROPPED' })).toContainEqual(expect.objectContaining({ facts: expect.objectContaining({ letter: second.reference, reason: 'Not needed.' }) }));
  });
});
