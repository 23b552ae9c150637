import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { isOverdue } from '#domain/submissions/due-date.js';
import { SUBMISSION_STATES, type SubmissionAction, type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { AlertsJobsModule } from '#features/alerts/jobs/alerts-jobs.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { DeliveryPlansService } from '#features/delivery-plans/delivery-plans.service.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { JudgementsJobsModule } from '#features/judgements/jobs/judgements-jobs.module.js';
import { ReviewsJobsModule } from '#features/reviews/jobs/reviews-jobs.module.js';
import { type ReportingCycle } from '#features/submissions/reporting-cycle.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { checksumOf } from '#features/submissions/submission-versions.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { MailJobsModule } from '#platform/mail/mail.module.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { JobRunnerModule } from '#platform/queue/worker.module.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, ANSWERS, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];
const WHY = [{ section: null, text: 'The figures are last year’s' }];

/** The kind and codes of a refusal. */
async function refusal(work: Promise<unknown>): Promise<[string, string[]]> {
  const error: unknown = await work.then(() => 'no refusal', (reason: unknown) => reason);
  if (!(error instanceof ApplicationError)) throw new Error(`no refusal but ${String(error)}`);
  return [error.kind, error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.code]];
}

describe('submissions', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let submissions: SubmissionsService;
  let queries: SubmissionsQueries;
  let actors: Record<'official' | 'sro' | 'both' | 'otherOfficial' | 'otherSro' | 'reviewer' | 'member' | 'administrator', Actor>;

  beforeAll(async () => {
    waymark = await startTestApplication({
      modules: [AccessWebModule, EvidenceReturnsModule, DeliveryPlansModule, ReviewsJobsModule, JudgementsJobsModule, AlertsJobsModule, JobRunnerModule, MailJobsModule],
    });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    [submissions, queries] = [waymark.get(SubmissionsService), waymark.get(SubmissionsQueries)];
    const { official, sro, otherSro, reviewer, member, administrator } = education.people;
    actors = {
      official: actorOf(official), sro: actorOf(sro), otherSro: actorOf(otherSro), reviewer: actorOf(reviewer), member: actorOf(member),
      administrator: actorOf(administrator),
      both: actorOf(await savePerson(waymark, 'Bea Both', ['official', 'sro'], 'dfe')),
      otherOfficial: actorOf(await savePerson(waymark, 'Otto Other', ['official'], 'dhsc')),
    };
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

  describe('opening', () => {
    const cycle: ReportingCycle = { frameworkSlug: 'levelling-up-2022', coversLabel: 'April to September 2026', coversFrom: '2026-04-01', coversTo: '2026-09-30', dueOn: '2026-12-07' };
    const command = systemActor('command', 'test');

    it('gives the lead department a return a mission and a plan, once', async () => {
      const [returns, plans] = [waymark.get(EvidenceReturnsService), waymark.get(DeliveryPlansService)];
      expect(await returns.openCycle(command, cycle)).toEqual({ opened: 1, existing: 0, withoutLead: [] });
      expect(await returns.openCycle(command, cycle)).toEqual({ opened: 0, existing: 1, withoutLead: [] });
      expect(await plans.openYear(command, cycle)).toEqual({ opened: 1, existing: 0, withoutLead: [] });
      expect(await plans.openYear(command, cycle)).toEqual({ opened: 0, existing: 1, withoutLead: [] });
      const opened = await waymark.dataSource.getRepository(Submission).findBy({ coversFrom: '2026-04-01' });
      expect(opened.map(({ kind, status, missionId, organisationId }) => ({ kind, status, missionId, organisationId }))).toEqual([
        { kind: 'evidence-return', status: 'draft', missionId: education.mission.id, organisationId: education.organisations.dfe.id },
        { kind: 'delivery-plan', status: 'draft', missionId: null, organisationId: education.organisations.dfe.id },
      ]);
      expect(opened.map(({ reference }) => reference.slice(0, 8))).toEqual(['ER-2026-', 'DP-2026-']);
      expect((await eventsOf(opened[0]?.id ?? '')).map(({ action, actorName }) => [action, actorName])).toEqual([['open', 'Waymark']]);
    });

    it('owes nothing where nobody leads', async () => {
      const before = { ...cycle, coversFrom: '2021-04-01', coversTo: '2021-09-30', dueOn: '2022-02-01' };
      expect(await waymark.get(EvidenceReturnsService).openCycle(command, before)).toEqual({ opened: 0, existing: 0, withoutLead: ['education'] });
      expect(await waymark.get(DeliveryPlansService).openYear(command, before)).toEqual({ opened: 0, existing: 0, withoutLead: ['education'] });
    });

    it.each<[string, Partial<ReportingCycle>, [string, string[]]]>([
      ['an unknown framework', { frameworkSlug: 'no-such' }, ['not-found', ['not-found']]],
      ['an unknown mission', { missions: ['no-such'] }, ['not-found', ['not-found']]],
      ['a period that ends before it begins', { coversTo: '2026-03-31' }, ['invalid', ['period-backwards']]],
      ['a date that is none', { dueOn: '2026-02-30' }, ['invalid', ['date-wrong']]],
      ['no label', { coversLabel: ' ' }, ['invalid', ['label-missing']]],
    ])('refuses %s', async (_, wrong, expected) => {
      expect(await refusal(waymark.get(EvidenceReturnsService).openCycle(command, { ...cycle, ...wrong }))).toEqual(expected);
    });

    it('is not for departments', async () => {
      expect(await refusal(waymark.get(EvidenceReturnsService).openCycle(actors.sro, cycle))).toEqual(['forbidden', ['forbidden']]);
      expect(await refusal(waymark.get(DeliveryPlansService).openYear(actors.official, cycle))).toEqual(['forbidden', ['forbidden']]);
    });
  });

  describe.each(KINDS)('each move of a %s', (kind) => {
    const prefix = kind === 'evidence-return' ? 'EVIDENCE_RETURN' : 'DELIVERY_PLAN';

    it('reaches every state by its table', async () => {
      for (const status of SUBMISSION_STATES) expect((await make.in(status, kind)).status).toBe(status);
    });

    it.each<[SubmissionStatus, Exclude<SubmissionAction, 'save'>, 'official' | 'sro', SubmissionStatus, string, string[]]>([
      ['draft', 'send-for-sign-off', 'official', 'awaiting-sign-off', 'SENT_FOR_SIGN_OFF', ['bea.both@dfe.example.org: For your sign-off', 'sro@dfe.example.org: For your sign-off']],
      ['awaiting-sign-off', 'decline', 'sro', 'draft', 'DECLINED', ['official@dfe.example.org: Sign-off declined']],
      ['awaiting-sign-off', 'submit', 'sro', 'submitted', 'SUBMITTED', ['missions@dfe.example.org: Submitted', 'official@dfe.example.org: Submitted', 'sro@dfe.example.org: Submitted']],
      ['submitted', 'withdraw', 'sro', 'withdrawn', 'WITHDRAWN', []],
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
    it.each<[string, keyof typeof actors, SubmissionStatus, Exclude<SubmissionAction, 'save'>, [string, string[]]]>([
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
      expect(await refusal(submissions.move(actors[who], openedAs(submission), action as 'submit', WHY))).toEqual(expected);
      expect((await read(submission.id)).status).toBe(status);
    });

    it('whoever wrote a part cannot sign, though somebody else wrote last', async () => {
      const submission = await make.in('draft');
      const mine = await waymark.get(EvidenceReturnsService).save(actors.both, openedAs(submission), { narrative: 'I wrote this.' });
      const theirs = await waymark.get(EvidenceReturnsService).save(actors.official, openedAs(mine), { nextSteps: 'And this was written by another.' });
      const sent = await submissions.move(actors.official, openedAs(theirs), 'send-for-sign-off');
      expect(await refusal(submissions.move(actors.both, openedAs(sent), 'submit'))).toEqual(['invalid', ['author-signs']]);
      expect((await submissions.move(actors.sro, openedAs(sent), 'submit')).signedBy).toBe(actors.sro.id);
    });

    it('nothing incomplete is sent, and every gap is named', async () => {
      const submission = await make.open('evidence-return');
      expect(await refusal(submissions.move(actors.official, openedAs(submission), 'send-for-sign-off'))).toEqual([
        'invalid', ['narrative-missing', 'rating-missing', 'rating-reason-missing', 'next-steps-missing'],
      ]);
      const plan = await make.open('delivery-plan');
      expect(await refusal(submissions.move(actors.official, openedAs(plan), 'send-for-sign-off'))).toEqual(['invalid', ['summary-missing', 'contribution-missing', 'policies-missing']]);
    });

    it.each<[SubmissionStatus, string, keyof typeof actors, [string, string[]]]>([
      ['awaiting-sign-off', 'while it waits for its signature', 'official', ['conflict', ['submission-awaiting-sign-off']]],
      ['submitted', 'once it is delivered', 'official', ['conflict', ['submission-submitted']]],
      ['accepted', 'once it is accepted', 'official', ['conflict', ['submission-accepted']]],
      ['draft', 'by another department', 'otherOfficial', ['forbidden', ['forbidden']]],
      ['draft', 'by the SRO', 'sro', ['forbidden', ['forbidden']]],
      ['draft', 'by the council', 'reviewer', ['forbidden', ['forbidden']]],
    ])('%s: not edited %s', async (status, _, who, expected) => {
      const submission = await make.in(status);
      expect(await refusal(waymark.get(EvidenceReturnsService).save(actors[who], openedAs(submission), { narrative: 'Other words' }))).toEqual(expected);
      const plan = await make.in(status, 'delivery-plan');
      expect(await refusal(waymark.get(DeliveryPlansService).save(actors[who], openedAs(plan), { summary: 'Other words', contributions: [] }))).toEqual(expected);
    });
  });

  describe('reading', () => {
    it.each<[keyof typeof actors, SubmissionStatus, string]>([
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
      expect(await refusal(queries.dossier(actors.official, 'delivery-plan', id))).toEqual(['not-found', ['not-found']]);
      expect(await refusal(queries.dossier(actors.official, 'evidence-return', '00000000-0000-4000-8000-000000000000'))).toEqual(['not-found', ['not-found']]);
    });

    it('lists what the department owes by due date', async () => {
      await make.open('evidence-return', '2026-10-01');
      const list = await queries.ofDepartment(actors.official);
      const dates = list.map(({ dueOn }) => dueOn);
      expect(dates).toEqual([...dates].sort());
      expect(list.every(({ organisationId }) => organisationId === education.organisations.dfe.id)).toBe(true);
      expect(await queries.ofDepartment(actors.otherOfficial)).toEqual([]);
      expect(await refusal(queries.ofDepartment(actors.reviewer))).toEqual(['forbidden', ['forbidden']]);
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
      expect(await refusal(waymark.get(EvidenceReturnsService).save(actors.both, openedAs(submission), { narrative: 'Second.' }))).toEqual(['conflict', ['changed-meanwhile']]);
      expect(await refusal(submissions.move(actors.official, openedAs(submission), 'send-for-sign-off'))).toEqual(['conflict', ['changed-meanwhile']]);
    });

    it('saving what stands already changes nothing', async () => {
      const submission = await make.in('draft');
      const events = (await eventsOf(submission.id)).length;
      const same = await waymark.get(EvidenceReturnsService).save(actors.official, openedAs(submission), ANSWERS);
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

  describe('by SQL', () => {
    let application: pg.Client;
    let owner: pg.Client;
    const clientOf = async (connectionString: string): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString, options: '-c search_path=waymark' });
      await client.connect();
      return client;
    };
    beforeAll(async () => {
      [application, owner] = await Promise.all([clientOf(waymark.database.url), clientOf(waymark.database.ownerUrl)]);
    });
    afterAll(async () => void (await Promise.all([application?.end(), owner?.end()])));

    const refused = async (client: pg.Client, sql: string, values: unknown[]): Promise<{ code: string; message: string }> => {
      const error: unknown = await client.query(sql, values).then(() => undefined, (reason: unknown) => reason);
      if (!(error instanceof pg.DatabaseError)) throw new Error(`no refusal of ${sql}`);
      return { code: error.code ?? '', message: error.message };
    };

    it.each(['application', 'owner'] as const)('a version is never changed, by the %s either', async (who) => {
      const client = who === 'application' ? application : owner;
      const { id } = await make.in('submitted');
      for (const sql of [`UPDATE submission_versions SET content = '{}' WHERE submission_id = $1`, 'DELETE FROM submission_versions WHERE submission_id = $1', 'DELETE FROM submission_events WHERE submission_id = $1']) {
        expect(['23001', '42501']).toContain((await refused(client, sql, [id])).code);
      }
      expect(['23001', '42501', '0A000']).toContain((await refused(client, 'TRUNCATE submission_versions', [])).code);
    });

    it.each<[string, SubmissionStatus, string, keyof EducationMission['people'] | 'both' | undefined, string]>([
      ['signed by whoever wrote it', 'awaiting-sign-off', 'signed_by = drafted_by', undefined, 'cannot be signed by whoever wrote it'],
      ['signed by an official', 'awaiting-sign-off', 'drafted_by = NULL, signed_by = $2', 'official', 'only a senior responsible owner can sign'],
      ['signed by the SRO of another department', 'awaiting-sign-off', 'signed_by = $2', 'otherSro', 'belongs to another department'],
      ['signed by nobody that there is', 'awaiting-sign-off', 'signed_by = gen_random_uuid()', undefined, 'there is no such person'],
      ['accepted without a review', 'submitted', `status = 'accepted'`, undefined, 'no reviewer from outside the department says so of version 1'],
      ['in review without a claim', 'submitted', `status = 'in-review'`, undefined, 'no reviewer from outside the department'],
      ['sent back without a review', 'submitted', `status = 'changes-requested'`, undefined, 'no reviewer from outside the department'],
      ['accepted though the reviewer has not decided', 'in-review', `status = 'accepted'`, undefined, 'no reviewer from outside the department'],
      ['accepted though the reviewer sent it back', 'changes-requested', `status = 'accepted'`, undefined, 'no reviewer from outside the department'],
      ['accepted in a version that was never delivered', 'accepted', 'delivered_versions = 2', undefined, 'version 2 was never delivered'],
      ['moved to another department', 'submitted', `organisation_id = (SELECT id FROM organisations WHERE slug = 'dhsc')`, undefined, 'keeps its kind, reference, department and mission'],
      ['given another reference', 'draft', `reference = 'ER-2026-3333'`, undefined, 'keeps its kind, reference, department and mission'],
      ['said never to have been delivered', 'submitted', 'delivered_versions = 0', undefined, 'cannot be undone'],
    ])('not %s', async (_, status, change, person, message) => {
      const { id } = await make.in(status);
      const values = person ? [id, person === 'both' ? actors.both.id : education.people[person].id] : [id];
      const found = await refused(application, `UPDATE submissions SET ${change} WHERE id = $1`, values);
      expect(['23514', '23001']).toContain(found.code);
      expect(found.message).toContain(message);
    });

    it('not signed by an SRO who wrote a part', async () => {
      const submission = await make.in('draft');
      await waymark.get(EvidenceReturnsService).save(actors.both, openedAs(submission), { narrative: 'Mine.' });
      const found = await refused(application, 'UPDATE submissions SET drafted_by = $2, signed_by = $3 WHERE id = $1', [submission.id, actors.official.id, actors.both.id]);
      expect(found.message).toContain('the signer wrote part of it');
    });

    it('not delivered in a version that its author signed', async () => {
      const { id } = await make.in('awaiting-sign-off');
      const insert = `INSERT INTO submission_versions (submission_id, number, content, checksum, drafted_by, signed_by, submitted_at) VALUES ($1, 1, '{}', 'x', $2, $3, '2026-11-23')`;
      expect((await refused(application, insert, [id, actors.sro.id, actors.sro.id])).message).toContain('whoever wrote it');
      expect((await refused(application, insert, [id, actors.official.id, actors.otherSro.id])).message).toContain('another department');
    });

    it('not deleted', async () => {
      const { id } = await make.in('draft');
      expect((await refused(application, 'DELETE FROM submissions WHERE id = $1', [id])).message).toContain('DELETE refused');
    });

    it('a reviewer who has gone over to the department stops nobody from writing on', async () => {
      const submission = await make.in('changes-requested');
      const move = 'UPDATE users SET organisation_id = $2 WHERE id = $1';
      await owner.query(move, [actors.reviewer.id, education.organisations.dfe.id]);
      try {
        const saved = await waymark.get(EvidenceReturnsService).save(actors.official, openedAs(submission), { narrative: 'On.' });
        expect(saved.status).toBe('changes-requested');
      } finally {
        await owner.query(move, [actors.reviewer.id, education.organisations.council.id]);
      }
    });
  });
});
