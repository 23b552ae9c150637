import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor } from '#domain/access/permissions.js';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { DelegationsService } from '#features/delegations/delegations.service.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission } from '../factories/education-mission.factory.js';
import { type DepartmentActor, openedAs, startDepartments, type SubmissionFactory } from '../factories/submission.factory.js';
import { type TestApplication } from '../support/application.js';
import { clientOf } from '../support/sql-client.js';

/** The rules hold for any SQL: every statement here comes from outside the services. */
describe('the database guards submissions', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let actors: Record<DepartmentActor, Actor>;

  let application: pg.Client;
  let owner: pg.Client;
  beforeAll(async () => {
    ({ waymark, education, make, actors } = await startDepartments());
    [application, owner] = await Promise.all([clientOf(waymark.database.url), clientOf(waymark.database.ownerUrl)]);
  });
  afterAll(async () => {
    await Promise.all([application?.end(), owner?.end()]);
    await waymark?.close();
  });

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

  it('not signed in somebody’s place without a delegation that holds on the day', async () => {
    const { id } = await make.in('awaiting-sign-off');
    const insert = `INSERT INTO submission_versions (submission_id, number, content, checksum, drafted_by, signed_by, signed_for, submitted_at) VALUES ($1, 1, '{}', 'x', $2, $3, $4, $5)`;
    const helper = await savePerson(waymark, 'Hal Helper', ['official'], 'dfe');
    const values = (signedFor: string, at: string): unknown[] => [id, actors.official.id, helper.id, signedFor, at];
    expect((await refused(application, insert, values(actors.sro.id, '2026-11-23T12:00:00Z'))).message).toContain('no delegation holds on that day');
    await waymark.get(DelegationsService).delegate(actors.sro, { delegateId: helper.id, fromOn: '2026-11-23', toOn: '2026-11-24', reason: 'Leave' });
    expect((await refused(application, insert, values(actors.otherSro.id, '2026-11-23T12:00:00Z'))).message).toContain('no senior responsible owner of the department');
    expect((await refused(application, insert, values(actors.sro.id, '2026-11-25T00:00:00Z'))).message).toContain('no delegation holds on that day');
    const claim = 'UPDATE submissions SET signed_by = $2 WHERE id = $1';
    expect((await refused(application, claim, [id, helper.id])).message).toContain('only a senior responsible owner can sign');
    await application.query('BEGIN');
    await application.query(insert, values(actors.sro.id, '2026-11-24T23:59:59Z'));
    await application.query(claim, [id, helper.id]);
    await application.query('ROLLBACK');
  });

  it.each<[string, SubmissionStatus]>([
    ['evidence_returns SET narrative', 'awaiting-sign-off'],
    ['evidence_returns SET narrative', 'submitted'],
    ['evidence_returns SET narrative', 'accepted'],
    ['delivery_plans SET summary', 'awaiting-sign-off'],
  ])('not written on: %s of one in state %s', async (change, status) => {
    const { id } = await make.in(status, change.startsWith('evidence') ? 'evidence-return' : 'delivery-plan');
    const found = await refused(application, `UPDATE ${change} = 'Other words' WHERE submission_id = $1`, [id]);
    expect([found.code, found.message.includes(`is ${status}`)]).toEqual(['23001', true]);
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
