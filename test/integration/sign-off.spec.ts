import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor } from '#domain/access/permissions.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { isOverdue } from '#domain/submissions/due-date.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { ClearanceService, type GivenClearance } from '#features/submissions/clearance.service.js';
import { DeclineRepliesService } from '#features/submissions/decline-replies.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { type DepartmentActor, openedAs, refusalOf, startDepartments, type SubmissionFactory } from '../factories/submission.factory.js';
import { type TestApplication } from '../support/application.js';

const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];
const CLEARED: GivenClearance = { minister: 'Jane Smith, Minister of State', clearedOn: '2026-11-23' };

describe('before the signature', () => {
  let waymark: TestApplication;
  let make: SubmissionFactory;
  let actors: Record<DepartmentActor, Actor>;
  let submissions: SubmissionsService;
  let clearances: ClearanceService;
  let queries: SubmissionsQueries;

  beforeAll(async () => {
    ({ waymark, make, actors } = await startDepartments());
    [submissions, clearances, queries] = [waymark.get(SubmissionsService), waymark.get(ClearanceService), waymark.get(SubmissionsQueries)];
  });
  afterAll(() => waymark?.close());

  const read = ({ id }: { id: string }): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const now = async (submission: { id: string }): Promise<ReturnType<typeof openedAs>> => openedAs(await read(submission));
  const saveNarrative = async (actor: Actor, submission: { id: string }, narrative: string): Promise<Submission> =>
    waymark.get(EvidenceReturnsService).save(actor, await now(submission), { narrative });

  it.each(KINDS)('a %s is not signed after the last day of its window, though no round has closed it yet', async (kind) => {
    const submission = await make.in('awaiting-sign-off', kind);
    const rows = waymark.dataSource.getRepository(Submission);
    await rows.update({ id: submission.id }, { closesOn: '2026-11-22' });
    expect(await refusalOf(submissions.move(actors.sro, await now(submission), 'submit'))).toEqual(['invalid', ['window-closed']]);
    await rows.update({ id: submission.id }, { closesOn: '2026-11-23' });
    expect((await submissions.move(actors.sro, await now(submission), 'submit')).status).toBe('submitted');
  });

  it('changes that were asked for late are signed after the window’s day, within their ten working days', async () => {
    const submission = await make.in('changes-requested');
    await waymark.dataSource.getRepository(Submission).update({ id: submission.id }, { closesOn: '2026-11-22' });
    const sent = await submissions.move(actors.official, await now(submission), 'send-for-sign-off');
    expect((await submissions.move(actors.sro, openedAs(sent), 'submit')).status).toBe('submitted');
  });

  describe.each(KINDS)('the minister’s clearance of a %s', (kind) => {
    beforeAll(() => clearances.want(actors.sro, true));
    afterAll(() => clearances.want(actors.sro, false));

    it('comes before the signature, and stands on the version', async () => {
      const submission = await make.in('awaiting-sign-off', kind);
      expect(await refusalOf(submissions.move(actors.sro, await now(submission), 'submit'))).toEqual(['invalid', ['clearance-missing']]);
      await clearances.record(actors.official, await now(submission), CLEARED);
      const submitted = await submissions.move(actors.sro, await now(submission), 'submit');
      expect(submitted.status).toBe('submitted');
      const { versions } = await queries.dossier(actors.member, kind, submission.id);
      expect([versions[0]?.clearance?.minister, versions[0]?.clearance?.clearedOn]).toEqual([CLEARED.minister, '2026-11-23']);
      const events = await waymark.dataSource.getRepository(SubmissionEvent).findBy({ submissionId: submission.id, action: 'clear' });
      expect(events.map(({ actorId, reasons }) => [actorId, reasons])).toEqual([[actors.official.id, [{ section: null, text: 'Cleared by Jane Smith, Minister of State on 23 November 2026' }]]]);
      const told = await waymark.dataSource.getRepository(Notice).findBy({ kind: 'minister-cleared', about: `submission:${submission.id}` });
      expect(told.map(({ userId }) => userId).sort()).toEqual([actors.sro.id, actors.both.id].sort());
    });

    it('is void after a decline, though no word was changed', async () => {
      const submission = await make.in('awaiting-sign-off', kind);
      await clearances.record(actors.sro, openedAs(submission), CLEARED);
      await submissions.move(actors.sro, await now(submission), 'decline', [{ section: null, text: 'Not yet.' }]);
      await submissions.move(actors.official, await now(submission), 'send-for-sign-off');
      expect(await refusalOf(submissions.move(actors.sro, await now(submission), 'submit'))).toEqual(['invalid', ['clearance-missing']]);
    });
  });

  describe('a clearance', () => {
    beforeAll(() => clearances.want(actors.sro, true));
    afterAll(() => clearances.want(actors.sro, false));

    it.each<[string, Partial<GivenClearance>, string[]]>([
      ['without a name', { minister: ' ' }, ['minister-missing']],
      ['of a name that is a text', { minister: 'x'.repeat(201) }, ['minister-long']],
      ['without a date', { clearedOn: null }, ['date-wrong']],
      ['of tomorrow', { clearedOn: '2026-11-24' }, ['date-future']],
      ['of the day before it was sent', { clearedOn: '2026-11-22' }, ['date-before-sending']],
    ])('is refused %s', async (_, given, codes) => {
      const submission = await make.in('awaiting-sign-off');
      expect(await refusalOf(clearances.record(actors.official, openedAs(submission), { ...CLEARED, ...given }))).toEqual(['invalid', codes]);
    });

    it.each<[string, DepartmentActor, 'draft' | 'awaiting-sign-off' | 'submitted', string]>([
      ['by another department', 'otherOfficial', 'awaiting-sign-off', 'forbidden'],
      ['by the council', 'reviewer', 'awaiting-sign-off', 'forbidden'],
      ['of what is still written', 'official', 'draft', 'conflict'],
    ])('is refused %s', async (_, who, status, kind) => {
      const submission = await make.in(status);
      expect((await refusalOf(clearances.record(actors[who], openedAs(submission), CLEARED)))[0]).toBe(kind);
    });

    it('is recorded once of two at once', async () => {
      const submission = await make.in('awaiting-sign-off');
      const both = await Promise.allSettled([actors.official, actors.sro].map((actor) => clearances.record(actor, openedAs(submission), CLEARED)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('is not asked of a department that wants none, and only its SRO says so', async () => {
      expect(await refusalOf(clearances.want(actors.official, false))).toEqual(['forbidden', ['forbidden']]);
      await clearances.want(actors.sro, false);
      expect(await clearances.isWanted(actors.official)).toBe(false);
      const submission = await make.in('awaiting-sign-off');
      expect((await submissions.move(actors.sro, openedAs(submission), 'submit')).status).toBe('submitted');
      await clearances.want(actors.sro, true);
    });

    it('is demanded by the database too, of these very words', async () => {
      const submission = await make.in('awaiting-sign-off');
      await clearances.record(actors.official, openedAs(submission), CLEARED);
      const client = new pg.Client({ connectionString: waymark.database.url, options: '-c search_path=waymark' });
      await client.connect();
      try {
        const insert = `INSERT INTO submission_versions (submission_id, number, content, checksum, drafted_by, signed_by, clearance_id, submitted_at)
                        SELECT $1, 1, '{}', $4, $2, $3, $5, '2026-11-23T09:00:00Z'`;
        const [given] = await waymark.dataSource.query(`SELECT event_id AS id, checksum FROM submission_clearances WHERE submission_id = $1`, [submission.id]) as { id: string; checksum: string }[];
        const values = (checksum: string, clearance: string | null): unknown[] => [submission.id, actors.official.id, actors.sro.id, checksum, clearance];
        await expect(client.query(insert, values('x', null))).rejects.toThrow('not cleared these very words');
        await expect(client.query(insert, values('x', given?.id ?? null))).rejects.toThrow('not cleared these very words');
        await client.query('BEGIN');
        await client.query(insert, values(given?.checksum ?? '', given?.id ?? null));
        await client.query('ROLLBACK');
        await submissions.move(actors.sro, await now(submission), 'decline', [{ section: null, text: 'No.' }]);
        await expect(client.query(insert, values(given?.checksum ?? '', given?.id ?? null))).rejects.toThrow('not cleared these very words');
      } finally {
        await client.end();
      }
    });
  });

  describe('a decline', () => {
    const WHY = [{ section: 'narrative', text: 'Name the cause.' }, { section: 'rating', text: 'Too good.' }];
    const declined = async (): Promise<Submission> => {
      const submission = await make.in('awaiting-sign-off');
      return submissions.move(actors.sro, openedAs(submission), 'decline', WHY);
    };
    const resetOf = async (submission: { id: string }): Promise<[string, boolean, string | undefined][]> => {
      const { reset } = await queries.dossier(actors.official, 'evidence-return', submission.id);
      return reset.map(({ section, changed, reply }) => [section, changed, reply?.text]);
    };

    it('of named sections stops the next sending until each is changed or answered', async () => {
      const submission = await declined();
      expect(await resetOf(submission)).toEqual([['narrative', false, undefined], ['rating', false, undefined]]);
      expect(await refusalOf(submissions.move(actors.official, await now(submission), 'send-for-sign-off'))).toEqual(['invalid', ['declined-unchanged', 'declined-unchanged']]);
      await saveNarrative(actors.official, submission, 'Hubs opened because money came.');
      expect(await refusalOf(submissions.move(actors.official, await now(submission), 'send-for-sign-off'))).toEqual(['invalid', ['declined-unchanged']]);
      await waymark.get(DeclineRepliesService).reply(actors.official, await now(submission), { rating: ' It rests on the last release. ', weather: 'Rain' });
      expect(await resetOf(submission)).toEqual([['narrative', true, undefined], ['rating', false, 'It rests on the last release.']]);
      expect((await submissions.move(actors.official, await now(submission), 'send-for-sign-off')).status).toBe('awaiting-sign-off');
      expect(await resetOf(submission)).toHaveLength(2);
      await submissions.move(actors.sro, await now(submission), 'submit');
      expect(await resetOf(submission)).toEqual([]);
    });

    it('of what was changed and changed back is not settled', async () => {
      const submission = await declined();
      const { content } = await queries.dossier(actors.official, 'evidence-return', submission.id);
      await saveNarrative(actors.official, submission, 'Other words.');
      await saveNarrative(actors.official, submission, content.narrative);
      expect((await resetOf(submission))[0]).toEqual(['narrative', false, undefined]);
    });

    it('of the whole names nothing', async () => {
      const submission = await make.in('awaiting-sign-off');
      await submissions.move(actors.sro, openedAs(submission), 'decline', [{ section: null, text: 'Not this month.' }]);
      expect(await resetOf(submission)).toEqual([]);
      expect((await submissions.move(actors.official, await now(submission), 'send-for-sign-off')).status).toBe('awaiting-sign-off');
    });

    it('of a plan’s section holds in the same way', async () => {
      const plan = await make.in('awaiting-sign-off', 'delivery-plan');
      await submissions.move(actors.sro, openedAs(plan), 'decline', [{ section: 'summary', text: 'Say who pays.' }]);
      expect(await refusalOf(submissions.move(actors.official, await now(plan), 'send-for-sign-off'))).toEqual(['invalid', ['declined-unchanged']]);
      await waymark.get(DeliveryPlansService).save(actors.official, await now(plan), { summary: 'The Treasury pays.' });
      expect((await submissions.move(actors.official, await now(plan), 'send-for-sign-off')).status).toBe('awaiting-sign-off');
    });

    it.each<[string, { section: string | null; text: string }[], string[]]>([
      ['a section that there is not', [{ section: 'weather', text: 'Rain' }], ['section-unknown']],
      ['a section without its reason', [{ section: 'narrative', text: ' ' }], ['section-reason-missing']],
      ['nothing', [], ['reason-missing']],
    ])('of %s is refused', async (_, reasons, codes) => {
      const submission = await make.in('awaiting-sign-off');
      expect(await refusalOf(submissions.move(actors.sro, openedAs(submission), 'decline', reasons))).toEqual(['invalid', codes]);
    });
  });

  it('says who wrote which section', async () => {
    const submission = await make.in('draft');
    await saveNarrative(actors.both, submission, 'By Bea.');
    const saves = (await queries.dossier(actors.sro, 'evidence-return', submission.id)).events.filter(({ action }) => action === 'save');
    expect(saves.at(-1)).toMatchObject({ actorId: actors.both.id, sections: ['narrative'] });
  });

  it('a withdrawal before the claim leaves the due date and the mark', async () => {
    const submission = await make.in('submitted', 'evidence-return', '2026-11-20');
    await waymark.dataSource.query(`UPDATE submissions SET overdue_at = '2026-11-21T00:00:00Z' WHERE id = $1`, [submission.id]);
    const withdrawn = await submissions.move(actors.sro, openedAs(submission), 'withdraw', [{ section: null, text: 'Wrong table' }]);
    expect([withdrawn.status, withdrawn.dueOn, withdrawn.overdueAt?.toISOString(), isOverdue(withdrawn, '2026-11-23')]).toEqual(['withdrawn', '2026-11-20', '2026-11-21T00:00:00.000Z', true]);
    const again = await submissions.move(actors.official, openedAs(withdrawn), 'take-up');
    expect([again.dueOn, again.overdueAt?.toISOString(), isOverdue(again, '2026-11-23')]).toEqual(['2026-11-20', '2026-11-21T00:00:00.000Z', true]);
    const claimed = await make.in('in-review');
    expect(await refusalOf(submissions.move(actors.sro, openedAs(claimed), 'withdraw', [{ section: null, text: 'Late' }]))).toEqual(['conflict', ['submission-in-review']]);
  });
});
