import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { ExtensionRequest } from '#features/calendar/extension-request.entity.js';
import { ExtensionsService } from '#features/calendar/extensions.service.js';
import { Reminder } from '#features/calendar/reminder.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type Departments, refusalOf, startDepartments } from '../factories/submission.factory.js';

describe('extensions', () => {
  let departments: Departments;
  let extensions: ExtensionsService;

  const current = (id: string): Promise<Submission> => departments.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const draft = async (dueOn = '2026-12-15', closesOn: string | null = '2027-01-15'): Promise<Submission> => {
    const { id } = await departments.make.open('evidence-return', dueOn);
    await departments.waymark.dataSource.getRepository(Submission).update({ id }, { closesOn });
    return current(id);
  };
  const ask = async (submission: Submission, askedDueOn = '2026-12-22', actor: Actor = departments.actors.official): Promise<ExtensionRequest> =>
    extensions.ask(actor, submission.id, { askedDueOn, reason: ' The figures come\r\nlate. ', rowVersion: submission.rowVersion });
  const decide = (request: ExtensionRequest, granted: boolean, actor: Actor = departments.actors.reviewer, reason = 'Understood.'): Promise<void> =>
    extensions.decide(actor, request.id, { granted, reason, rowVersion: request.rowVersion });

  beforeAll(async () => {
    departments = await startDepartments();
    extensions = departments.waymark.get(ExtensionsService);
  });
  afterAll(() => departments?.waymark.close());

  it('move due date and window by the same working days, are counted and told', async () => {
    const submission = await draft();
    const request = await ask(submission);
    expect(request).toMatchObject({ state: 'asked', dueBefore: '2026-12-15', askedDueOn: '2026-12-22', reason: 'The figures come\nlate.' });
    await decide(request, true);
    // five working days from the 15th to the 22nd; five from Friday 15 January are Friday 22 January
    expect(await current(submission.id)).toMatchObject({ dueOn: '2026-12-22', firstDueOn: '2026-12-15', closesOn: '2027-01-22', extensions: 1, overdueAt: null });
    const events = await departments.waymark.dataSource.getRepository(SubmissionEvent).findBy({ submissionId: submission.id, action: 'extend' });
    expect(events.map(({ actorName, reasons }) => [actorName, reasons])).toEqual([['reviewer', [{ section: null, text: 'Understood.' }]]]);
    const notices = await departments.waymark.dataSource.getRepository(Notice).find({ where: { about: `submission:${submission.id}` } });
    const told = (kind: string): number => notices.filter((notice) => notice.kind === kind).length;
    expect([told('extension-asked') > 0, told('extension-decided')]).toEqual([true, 3]);
  });

  it('are refused with a reason, and leave the date', async () => {
    const submission = await draft();
    const request = await ask(submission, '2026-12-22', departments.actors.sro);
    expect(await refusalOf(decide(request, false, undefined, ' '))).toEqual(['invalid', ['reason-missing']]);
    await decide(request, false);
    expect(await current(submission.id)).toMatchObject({ dueOn: '2026-12-15', closesOn: '2027-01-15', extensions: 0 });
    // and may be asked for again
    expect((await ask(await current(submission.id))).state).toBe('asked');
  });

  it('are for the own department to ask, once at a time, while nothing is delivered', async () => {
    const submission = await draft();
    const { otherOfficial, reviewer, administrator } = departments.actors;
    for (const actor of [otherOfficial, reviewer, administrator]) expect((await refusalOf(ask(submission, '2026-12-22', actor)))[0]).toBe('forbidden');
    expect(await refusalOf(ask({ ...submission, rowVersion: submission.rowVersion + 1 } as Submission))).toEqual(['conflict', ['changed-meanwhile']]);
    await ask(submission);
    expect(await refusalOf(ask(submission))).toEqual(['conflict', ['asked-already']]);
    const delivered = await departments.make.in('submitted');
    expect(await refusalOf(ask(delivered))).toEqual(['conflict', ['delivered']]);
    // after a withdrawal nothing stands: the due date may be moved, and the mark would stay
    expect((await ask(await departments.make.in('withdrawn'))).state).toBe('asked');
  });

  it('are decided by the council, and by nobody of the department or seconded from it', async () => {
    const request = await ask(await draft());
    const { official, sro, administrator, member } = departments.actors;
    for (const actor of [official, sro, administrator]) expect((await refusalOf(decide(request, true, actor)))[0]).toBe('forbidden');
    expect(await refusalOf(decide(request, true, actorOf(departments.education.people.secondee)))).toEqual(['forbidden', ['own-department']]);
    await decide(request, true, member);
    expect(await refusalOf(decide(request, false, member))).toEqual(['conflict', ['decided-already']]);
  });

  it('hold in the database too', async () => {
    const request = await ask(await draft());
    const { secondee, official, reviewer } = departments.education.people;
    const write = (by: string, reason: string | null): Promise<unknown> =>
      departments.waymark.dataSource.query(`UPDATE extension_requests SET state = 'granted', decided_by = $2, decision_reason = $3, decided_at = now() WHERE id = $1`, [request.id, by, reason]);
    await expect(write(secondee.id, 'r')).rejects.toThrow(/outside the department/);
    await expect(write(official.id, 'r')).rejects.toThrow(/outside the department/);
    await expect(write(reviewer.id, ' ')).rejects.toThrow(/with a reason/);
    await expect(departments.waymark.dataSource.query(`UPDATE extension_requests SET reason = 'other' WHERE id = $1`, [request.id])).rejects.toThrow(/stays as it was asked/);
    await expect(departments.waymark.dataSource.query('DELETE FROM extension_requests WHERE id = $1', [request.id])).rejects.toThrow();
  });

  it('are decided once by two at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const submission = await draft();
      const request = await ask(submission);
      const results = await Promise.allSettled([decide(request, true), decide(request, false, departments.actors.member)]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { dueOn, extensions: count } = await current(submission.id);
      expect([['2026-12-22', 1], ['2026-12-15', 0]]).toContainEqual([dueOn, count]);
    }
  });

  it('bring new reminders for the new date, none again for the old, and leave a mark that is made', async () => {
    const { waymark } = departments;
    waymark.clock.set('2026-11-23T09:00:00Z');
    const submission = await draft('2026-12-15', null);
    const reminders = async (): Promise<string[]> =>
      (await waymark.dataSource.getRepository(Reminder).find({ where: { submissionId: submission.id }, order: { sentAt: 'ASC', step: 'DESC' } })).map(({ dueOn, step }) => `${dueOn} ${step}`);
    for (const at of ['2026-11-25T08:00:00Z', '2026-12-04T08:00:00Z']) {
      waymark.clock.set(at);
      await waymark.runWatches();
    }
    expect(await reminders()).toEqual(['2026-12-15 14', '2026-12-15 7']);
    // granted on the 7th: the 14th day before the 22nd has gone by and was never its day, the 7th is to come
    waymark.clock.set('2026-12-07T09:00:00Z');
    await decide(await ask(await current(submission.id)), true);
    for (const at of ['2026-12-08T08:00:00Z', '2026-12-11T07:59:00Z', '2026-12-11T08:00:00Z', '2026-12-14T08:00:00Z', '2026-12-16T08:00:00Z', '2026-12-21T08:00:00Z']) {
      waymark.clock.set(at);
      await waymark.runWatches();
    }
    expect(await reminders()).toEqual(['2026-12-15 14', '2026-12-15 7', '2026-12-22 7', '2026-12-22 1']);
    expect((await current(submission.id)).overdueAt).toBeNull();
    waymark.clock.set('2026-12-23T00:01:00Z');
    await waymark.runWatches();
    const marked = await current(submission.id);
    expect(marked.overdueAt).toEqual(new Date('2026-12-23T00:01:00Z'));
    await decide(await ask(marked, '2027-01-20'), true);
    waymark.clock.set('2027-01-21T09:00:00Z');
    await waymark.runWatches();
    expect(await current(submission.id)).toMatchObject({ dueOn: '2027-01-20', extensions: 2, overdueAt: new Date('2026-12-23T00:01:00Z') });
    expect(await waymark.dataSource.getRepository(SubmissionEvent).countBy({ submissionId: submission.id, action: 'mark-overdue' })).toBe(1);
  });
});
