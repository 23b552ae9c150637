import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { isOverdue } from '#domain/submissions/due-date.js';
import { SUBMISSION_STATES, type SubmissionAction, type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { checksumOf } from '#features/submissions/content-checksum.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ANSWERS } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures } from '../factories/education-mission.factory.js';
import { type DepartmentActor, openedAs, refusalOf, startDepartments, type SubmissionFactory } from '../factories/submission.factory.js';
import { type TestApplication } from '../support/application.js';

const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];
const WHY = [{ section: null, text: 'The figures are last year’s' }];

describe('submissions', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let actors: Record<DepartmentActor, Actor>;
  let submissions: SubmissionsService;
  let queries: SubmissionsQueries;

  beforeAll(async () => {
    ({ waymark, education, make, actors } = await startDepartments());
    [submissions, queries] = [waymark.get(SubmissionsService), waymark.get(SubmissionsQueries)];
  });
  afterAll(() => waymark?.close());

  const read = (id: string): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const eventsOf = (submissionId: string): Promise<SubmissionEvent[]> =>
    waymark.dataSource.getRepository(SubmissionEvent).find({ where: { submissionId }, order: { sequence: 'ASC' } });
  const lastAudit = async (): Promise<{ event: string; actor: string; subject: string }> => {
    const rows: { event: string; actor: string; subject: string }[] = await waymark.dataSource.query('SELECT event, actor, subject FROM audit_entries ORDER BY position DESC LIMIT 1');
    return rows[0] as { event: string; actor: string; subject: string };
  };
  const lettersAbout = async (id: string): Promise<string[]> => {
    const letters = await waymark.dataSource.getRepository(MailMessage).find({ where: { about: `submission:${id}` }, order: { recipient: 'ASC' } });
    return letters.map(({ recipient, subject }) => `${recipient}: ${subject.split(':')[0]}`);
  };

  describe.each(KINDS)('each move of a %s', (kind) => {
    const prefix = kind === 'evidence-return' ? 'EVIDENCE_RETURN' : 'DELIVERY_PLAN';

    it('reaches every state by its table', async () => {
      const made = SUBMISSION_STATES.filter((state) => !['published-unresolved', 'not-submitted', 'not-owed'].includes(state));
      for (const status of made) expect((await make.in(status, kind)).status).toBe(status);
    });

    it.each<[SubmissionStatus, Exclude<SubmissionAction, 'save'>, 'official' | 'sro', SubmissionStatus, string, string[]]>([
      ['draft', 'send-for-sign-off', 'official', 'awaiting-sign-off', 'SENT_FOR_SIGN_OFF', ['bea.both@dfe.example.org: For your sign-off', 'sro@dfe.example.org: For your sign-off']],
      ['awaiting-sign-off', 'decline', 'sro', 'draft', 'DECLINED', ['official@dfe.example.org: Sign-off declined']],
      ['awaiting-sign-off', 'submit', 'sro', 'submitted', 'SUBMITTED', ['missions@dfe.example.org: Submitted', 'official@dfe.example.org: Submitted', 'sro@dfe.example.org: Submitted']],
      ['submitted', 'withdraw', 'sro', 'withdrawn', 'WITHDRAWN', ['missions@dfe.example.org: Withdrawn', 'official@dfe.example.org: Withdrawn', 'sro@dfe.example.org: Withdrawn']],
      ['withdrawn', 'take-up', 'official', 'draft', 'TAKEN_UP', []],
    ])('%s: %s by the %s', async (from, action, who, to, event, letters) => {
      const submission = await make.in(from, kind);
      const lettersBefore = await lettersAbout(submission.id);
      const moved = await submissions.move(actors[who], openedAs(submission), action as 'submit', WHY);
      expect([moved.status, moved.rowVersion]).toEqual([to, submission.rowVersion + 1]);
      const last = (await eventsOf(submission.id)).at(-1);
      expect([last?.action, last?.fromStatus, last?.toStatus, last?.actorId, last?.reasons]).toEqual([action, from, to, actors[who].id, WHY]);
      expect(await lastAudit()).toEqual({ event: `${prefix}_${event}`, actor: `user:${actors[who].id}`, subject: `submission:${submission.id}` });
      const told = await lettersAbout(submission.id);
      for (const letter of lettersBefore) told.splice(told.indexOf(letter), 1);
      expect(told).toEqual(letters);
    });

    it('freezes what was signed, with its checksum, and asks for its review', async () => {
      const submission = await make.in('submitted', kind);
      const version = await waymark.dataSource.getRepository(SubmissionVersion).findOneByOrFail({ submissionId: submission.id });
      expect([version.number, version.draftedBy, version.signedBy]).toEqual([1, actors.official.id, actors.sro.id]);
      expect(version.checksum).toBe(checksumOf(version.content));
      const job = await waymark.dataSource.getRepository(OutboxMessage).findOneOrFail({ where: { kind: 'open-review' }, order: { createdAt: 'DESC', dueAt: 'DESC' } });
      expect(job.payload).toHaveProperty('versionNumber', 1);
    });

    it('withdrawn, it is late again; written on, the second version stands beside the first', async () => {
      const withdrawn = await make.in('withdrawn', kind, '2026-11-20');
      expect([withdrawn.deliveredVersions, withdrawn.standingVersion, isOverdue(withdrawn, '2026-11-23')]).toEqual([1, null, true]);
      const draft = await submissions.move(actors.official, openedAs(withdrawn), 'take-up');
      const sent = await submissions.move(actors.official, openedAs(draft), 'send-for-sign-off');
      const again = await submissions.move(actors.sro, openedAs(sent), 'submit');
      expect([again.deliveredVersions, again.standingVersion, isOverdue(again, '2026-11-23')]).toEqual([2, 2, false]);
      expect(await waymark.dataSource.getRepository(SubmissionVersion).countBy({ submissionId: again.id })).toBe(2);
    });
  });

  describe('who may', () => {
    it.each<[string, DepartmentActor, SubmissionStatus, Exclude<SubmissionAction, 'save'>, [string, string[]]]>([
      ['an official signs', 'official', 'awaiting-sign-off', 'submit', ['forbidden', ['forbidden']]],
      ['an SRO sends for sign-off', 'sro', 'draft', 'send-for-sign-off', ['forbidden', ['forbidden']]],
      ['the SRO of another department signs', 'otherSro', 'awaiting-sign-off', 'submit', ['forbidden', ['forbidden']]],
      ['the SRO of another department withdraws', 'otherSro', 'submitted', 'withdraw', ['forbidden', ['forbidden']]],
      ['an official of another department sends for sign-off', 'otherOfficial', 'draft', 'send-for-sign-off', ['forbidden', ['forbidden']]],
      ['a reviewer signs', 'reviewer', 'awaiting-sign-off', 'submit', ['forbidden', ['forbidden']]],
      ['an administrator withdraws', 'administrator', 'submitted', 'withdraw', ['forbidden', ['forbidden']]],
      ['it is withdrawn after a reviewer has claimed it', 'sro', 'in-review', 'withdraw', ['conflict', ['submission-in-review']]],
      ['it is declined twice', 'sro', 'draft', 'decline', ['conflict', ['submission-draft']]],
      ['it is taken up without having been withdrawn', 'official', 'accepted', 'take-up', ['conflict', ['submission-accepted']]],
    ])('refused: %s', async (_, who, status, action, expected) => {
      const submission = await make.in(status);
      expect(await refusalOf(submissions.move(actors[who], openedAs(submission), action as 'submit', WHY))).toEqual(expected);
      expect((await read(submission.id)).status).toBe(status);
    });

    it('whoever wrote a part cannot sign, though somebody else wrote last', async () => {
      const submission = await make.in('draft');
      const mine = await waymark.get(EvidenceReturnsService).save(actors.both, openedAs(submission), { narrative: 'I wrote this.' });
      const theirs = await waymark.get(EvidenceReturnsService).save(actors.official, openedAs(mine), { nextSteps: 'And this was written by another.' });
      const sent = await submissions.move(actors.official, openedAs(theirs), 'send-for-sign-off');
      expect(await refusalOf(submissions.move(actors.both, openedAs(sent), 'submit'))).toEqual(['invalid', ['author-signs']]);
      expect((await submissions.move(actors.sro, openedAs(sent), 'submit')).signedBy).toBe(actors.sro.id);
    });

    it('nothing incomplete is sent, and every gap is named', async () => {
      const submission = await make.open('evidence-return');
      expect(await refusalOf(submissions.move(actors.official, openedAs(submission), 'send-for-sign-off'))).toEqual([
        'invalid', ['narrative-missing', 'rating-missing', 'rating-reason-missing', 'outcome-missing', 'next-steps-missing'],
      ]);
      const plan = await make.open('delivery-plan');
      expect(await refusalOf(submissions.move(actors.official, openedAs(plan), 'send-for-sign-off'))).toEqual(['invalid', ['summary-missing', 'contribution-missing', 'policies-missing']]);
    });

    it.each<[SubmissionStatus, string, DepartmentActor, [string, string[]]]>([
      ['awaiting-sign-off', 'while it waits for its signature', 'official', ['conflict', ['submission-awaiting-sign-off']]],
      ['submitted', 'once it is delivered', 'official', ['conflict', ['submission-submitted']]],
      ['accepted', 'once it is accepted', 'official', ['conflict', ['submission-accepted']]],
      ['draft', 'by another department', 'otherOfficial', ['forbidden', ['forbidden']]],
      ['draft', 'by the SRO', 'sro', ['forbidden', ['forbidden']]],
      ['draft', 'by the council', 'reviewer', ['forbidden', ['forbidden']]],
    ])('%s: not edited %s', async (status, _, who, expected) => {
      const submission = await make.in(status);
      expect(await refusalOf(waymark.get(EvidenceReturnsService).save(actors[who], openedAs(submission), { narrative: 'Other words' }))).toEqual(expected);
      const plan = await make.in(status, 'delivery-plan');
      expect(await refusalOf(waymark.get(DeliveryPlansService).save(actors[who], openedAs(plan), { summary: 'Other words', contributions: [] }))).toEqual(expected);
    });
  });

  describe('reading', () => {
    it.each<[DepartmentActor, SubmissionStatus, string]>([
      ['official', 'draft', 'read'],
      ['sro', 'draft', 'read'],
      ['otherOfficial', 'draft', 'forbidden'],
      ['otherOfficial', 'accepted', 'forbidden'],
      ['otherSro', 'submitted', 'forbidden'],
      ['administrator', 'accepted', 'forbidden'],
      ['reviewer', 'draft', 'forbidden'],
      ['reviewer', 'awaiting-sign-off', 'forbidden'],
      ['reviewer', 'submitted', 'read'],
      ['member', 'withdrawn', 'read'],
      ['member', 'changes-requested', 'read'],
    ])('the %s, of one in state %s: %s', async (who, status, expected) => {
      const { id } = await make.in(status);
      const outcome = await queries.dossier(actors[who], 'evidence-return', id).then(() => 'read', (error: unknown) => (error as ApplicationError).kind);
      expect(outcome).toBe(expected);
    });

    it('gives the council what was delivered, not what is being written', async () => {
      const submission = await make.in('changes-requested');
      await waymark.get(EvidenceReturnsService).save(actors.official, openedAs(submission), { narrative: 'Words in writing.' });
      expect((await queries.dossier(actors.sro, 'evidence-return', submission.id)).content.narrative).toBe('Words in writing.');
      const forCouncil = await queries.dossier(actors.member, 'evidence-return', submission.id);
      expect(forCouncil.content.narrative).toBe(ANSWERS.narrative);
      expect(forCouncil.events.map(({ action }) => action)).toEqual(['open', 'submit', 'start-review', 'request-changes']);
    });

    it('finds nothing under another kind or an unknown id', async () => {
      const { id } = await make.in('draft');
      expect(await refusalOf(queries.dossier(actors.official, 'delivery-plan', id))).toEqual(['not-found', ['not-found']]);
      expect(await refusalOf(queries.dossier(actors.official, 'evidence-return', '00000000-0000-4000-8000-000000000000'))).toEqual(['not-found', ['not-found']]);
    });

    it('lists what the department owes by due date', async () => {
      await make.open('evidence-return', '2026-10-01');
      const list = await queries.ofDepartment(actors.official);
      const dates = list.map(({ dueOn }) => dueOn);
      expect(dates).toEqual([...dates].sort());
      expect(list.every(({ organisationId }) => organisationId === education.organisations.dfe.id)).toBe(true);
      expect(await queries.ofDepartment(actors.otherOfficial)).toEqual([]);
      expect(await refusalOf(queries.ofDepartment(actors.reviewer))).toEqual(['forbidden', ['forbidden']]);
    });

    it('fills the figures in as they were judged', async () => {
      await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 62 }, '2026-11-01');
      await waymark.runJobs();
      await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, async (tx) => void (await tx.enqueue({ name: 'judge-missions', queue: 'now', attempts: 1 }, { cause: 'release' })));
      await waymark.runJobs();
      const { id } = await make.in('submitted');
      const { content, versions } = await queries.dossier(actors.official, 'evidence-return', id);
      expect(content.figures).toEqual([
        {
          target: 'expected-standard', title: '90% reach the expected standard', measure: 'Pupils at the expected standard, England',
          baseline: { value: '65%', period: 'school year 2018/19' }, latest: { value: '62%', period: 'school year 2024/25' },
          asked: { value: '90%', period: 'school year 2029/30' }, verdict: expect.any(String), sentence: expect.any(String), notComparable: null,
        },
      ]);
      expect(versions[0]?.content.figures).toEqual(content.figures);
    });
  });

  describe('two at once', () => {
    it('a page that is older than the last change gets a conflict', async () => {
      const submission = await make.in('draft');
      await waymark.get(EvidenceReturnsService).save(actors.official, openedAs(submission), { narrative: 'First.' });
      expect(await refusalOf(waymark.get(EvidenceReturnsService).save(actors.both, openedAs(submission), { narrative: 'Second.' }))).toEqual(['conflict', ['changed-meanwhile']]);
      expect(await refusalOf(submissions.move(actors.official, openedAs(submission), 'send-for-sign-off'))).toEqual(['conflict', ['changed-meanwhile']]);
    });

    it('saving what stands already changes nothing', async () => {
      const submission = await make.in('draft');
      const events = (await eventsOf(submission.id)).length;
      const { lastSteps: _, ...standing } = ANSWERS;
      const same = await waymark.get(EvidenceReturnsService).save(actors.official, openedAs(submission), standing);
      expect([same.rowVersion, (await eventsOf(submission.id)).length]).toEqual([submission.rowVersion, events]);
    });

    it('of a signature and a refusal one is made, twenty rounds', async () => {
      for (let round = 0; round < 20; round += 1) {
        const submission = await make.in('awaiting-sign-off');
        const outcomes = await Promise.allSettled([
          submissions.move(actors.sro, openedAs(submission), 'submit'),
          submissions.move(actors.both, openedAs(submission), 'decline', WHY),
        ]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const moves = (await eventsOf(submission.id)).filter(({ action }) => action === 'submit' || action === 'decline');
        expect(moves).toHaveLength(1);
      }
    });
  });

  it('a second step that fails leaves nothing of the first', async () => {
    const submission = await make.in('awaiting-sign-off');
    const counts = async (): Promise<unknown> =>
      waymark.dataSource.query(`SELECT (SELECT count(*) FROM submission_versions) v, (SELECT count(*) FROM submission_events) e, (SELECT count(*) FROM outbox_messages) o,
                                       (SELECT count(*) FROM mail_messages) m, (SELECT count(*) FROM audit_entries) a`);
    const before = await counts();
    const failing = waymark.get(UnitOfWork).run({ actor: 'user:test', event: 'TEST', subject: 'test' }, async (tx) => {
      await submissions.moveInTransaction(tx, actors.sro, submission, 'submit');
      throw new Error('the second step');
    });
    await expect(failing).rejects.toThrow('the second step');
    expect(await counts()).toEqual(before);
    expect(await read(submission.id)).toEqual(submission);
  });
});
