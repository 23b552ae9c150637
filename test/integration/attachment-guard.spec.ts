import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { AttachmentChunk } from '#features/attachments/attachment-chunk.entity.js';
import { AttachmentsModule } from '#features/attachments/attachments.module.js';
import { AttachmentsService } from '#features/attachments/attachments.service.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { Readable } from 'node:stream';
import { ReceivedFile } from '#platform/uploads/received-file.js';
import { tooLarge } from '#domain/attachments/attachment-limits.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

/** The rules hold for any SQL: every refused statement here comes from outside the services. */
describe('the database guards attachments', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let owner: pg.Client;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, AttachmentsModule, DeliveryPlansModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    owner = new pg.Client({ connectionString: waymark.database.ownerUrl, options: '-c search_path=waymark' });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await waymark?.close();
  });

  const received = (): Promise<ReceivedFile> => ReceivedFile.from(Readable.from([Buffer.from(`area,value\nLeeds,${Math.random()}\n`)]), 'survey.csv', { mostBytes: 1000, reason: tooLarge() });
  const attached = async (): Promise<{ submission: Submission; file: Attachment }> => {
    const submission = await make.open('evidence-return');
    const file = await waymark.get(AttachmentsService).add(actorOf(education.people.official), submission, { file: await received(), title: 'Survey' });
    return { submission, file };
  };
  const deliver = async (submission: Submission): Promise<void> => {
    const current = await waymark.dataSource.getRepository(Attachment).findOneOrFail({ where: { submissionId: submission.id }, relations: { submission: true } });
    const written = await make.write(current.submission);
    const sent = await waymark.get(SubmissionsService).move(actorOf(education.people.official), openedAs(written), 'send-for-sign-off');
    await waymark.get(SubmissionsService).move(actorOf(education.people.sro), openedAs(sent), 'submit');
  };
  const codeOf = (sql: string, values: unknown[]): Promise<string | undefined> => owner.query(sql, values).then(() => undefined, (error: pg.DatabaseError) => error.code);

  it.each([
    ['its bytes are changed', `UPDATE attachment_chunks SET bytes = 'x' WHERE attachment_id = $1`],
    ['its bytes are deleted', 'DELETE FROM attachment_chunks WHERE attachment_id = $1'],
    ['its checksum is changed', `UPDATE attachments SET checksum = 'x' WHERE id = $1`],
    ['its name is changed', `UPDATE attachments SET name = 'y.csv' WHERE id = $1`],
    ['it is deleted', 'DELETE FROM attachments WHERE id = $1'],
  ])('refuses that %s, before it was delivered and after', async (_, sql) => {
    const { submission, file } = await attached();
    expect(await codeOf(sql, [file.id])).toBe('23001');
    await deliver(submission);
    expect(await codeOf(sql, [file.id])).toBe('23001');
  });

  it('refuses that a delivered file is removed, renamed or joined by another while nobody writes', async () => {
    const { submission, file } = await attached();
    await deliver(submission);
    expect(await codeOf(`UPDATE attachments SET state = 'removed' WHERE id = $1`, [file.id])).toBe('23001');
    expect(await codeOf(`UPDATE attachments SET title = 'Other' WHERE id = $1`, [file.id])).toBe('23001');
    const copied = `INSERT INTO attachments (submission_id, name, title, type, bytes, checksum, state, virus_check, added_by, added_at)
      SELECT submission_id, name, title, type, bytes, checksum, state, virus_check, added_by, added_at FROM attachments WHERE id = $1`;
    expect(await codeOf(copied, [file.id])).toBe('23001');
    await waymark.get(SubmissionsService).move(actorOf(education.people.sro), openedAs((await waymark.dataSource.getRepository(Attachment).findOneOrFail({ where: { id: file.id }, relations: { submission: true } })).submission), 'withdraw', [{ section: null, text: 'x' }]);
    const taken = (await waymark.dataSource.getRepository(Attachment).findOneOrFail({ where: { id: file.id }, relations: { submission: true } })).submission;
    await waymark.get(SubmissionsService).move(actorOf(education.people.official), openedAs(taken), 'take-up');
    expect(await codeOf(`UPDATE attachments SET state = 'removed' WHERE id = $1`, [file.id])).toBe('23001');
    expect(await codeOf(`UPDATE attachments SET state = 'left-out' WHERE id = $1`, [file.id])).toBeUndefined();
  });

  it('of two who remove a file at once lets one, and lets its bytes go', async () => {
    const { submission, file } = await attached();
    const remove = (): Promise<void> => waymark.get(AttachmentsService).move(actorOf(education.people.official), submission, file.id, 'remove');
    const ends = await Promise.allSettled([remove(), remove()]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await waymark.dataSource.getRepository(AttachmentChunk).countBy({ attachmentId: file.id })).toBe(0);
  });

  it('of eleven who attach at once lets ten', async () => {
    const submission = await make.open('evidence-return');
    const official = actorOf(education.people.official);
    const files = await Promise.all(Array.from({ length: 11 }, received));
    const ends = await Promise.allSettled(files.map((file) => waymark.get(AttachmentsService).add(official, submission, { file, title: 'Survey' })));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await waymark.dataSource.getRepository(Attachment).countBy({ submissionId: submission.id })).toBe(10);
  });
});
