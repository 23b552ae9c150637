import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { AttachmentChunk } from '#features/attachments/attachment-chunk.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { openedAs } from '../factories/submission.factory.js';
import { type Page } from '../support/application.js';
import { type AttachmentRoom, filesOf, openAttachmentRoom } from '../support/attachment-room.js';
import { EICAR, FakeClamd } from '../support/fake-clamd.js';

const csv = (text: string): Buffer => Buffer.from(`area,value\n${text}\n`);
const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());

describe('attachments where there is a virus scanner', () => {
  let room: AttachmentRoom;
  let clamd: FakeClamd;
  let submission: Submission;

  beforeAll(async () => {
    clamd = await FakeClamd.start();
    room = await openAttachmentRoom({ CLAMAV_URL: clamd.address });
  });
  afterAll(async () => {
    await room?.waymark.close();
    await clamd.stop();
  });

  const attach = async (content: Buffer): Promise<Attachment> => {
    submission = await room.make.open('evidence-return');
    await room.desk.attach(room.official, submission.id, { content, name: 'survey.csv' });
    return (await filesOf(room, submission.id))[0] as Attachment;
  };
  const now = async ({ id }: Attachment): Promise<Attachment> => room.waymark.dataSource.getRepository(Attachment).findOneByOrFail({ id });

  it('wait for its answer, and are ready when it finds nothing', async () => {
    const { waymark, official, desk } = room;
    const file = await attach(csv('clean'));
    expect([file.state, file.virusCheck]).toEqual(['checking', 'pending']);
    const list = await waymark.open(official, desk.listOf(submission.id));
    expect(textOf(list, 'tbody .govuk-tag')).toEqual(['Pending virus check']);
    expect(textOf(list, 'tbody th')[0]).toContain('The virus scanner has not answered yet. Only your department can open the file');
    expect((await official.get(`/attachments/${file.id}`)).status).toBe(200);
    await waymark.runJobs();
    expect(await now(file)).toMatchObject({ state: 'ready', virusCheck: 'clean' });
    expect(clamd.scans).toBe(1);
  });

  it('are withheld when it finds something, and the department is told', async () => {
    const { waymark, official, desk, education } = room;
    const file = await attach(csv(EICAR));
    await waymark.runJobs();
    expect(await now(file)).toMatchObject({ state: 'refused', virusCheck: 'found', virus: 'Eicar-Test-Signature' });
    expect(await waymark.dataSource.getRepository(AttachmentChunk).countBy({ attachmentId: file.id })).toBe(0);
    expect((await official.get(`/attachments/${file.id}`)).status).toBe(403);
    const list = await waymark.open(official, desk.listOf(submission.id));
    expect(list.$(`a[href="/attachments/${file.id}"]`)).toHaveLength(0);
    expect(textOf(list, 'tbody th')[0]).toContain('The virus scanner found “Eicar-Test-Signature”. Nobody can open the file.');
    const notice = await waymark.dataSource.getRepository(Notice).findOneByOrFail({ kind: 'virus-found', userId: education.people.official.id });
    expect(notice.path).toBe(desk.listOf(submission.id));
    const administrator = await waymark.signIn(education.people.administrator.email);
    expect(textOf(await waymark.open(administrator, '/virus-checks'), 'main li')[0]).toMatch(/^survey.csv: Eicar-Test-Signature, attached to ER-/);
    await waymark.submit(official, `${desk.listOf(submission.id)}/${file.id}/remove`, {});
    expect((await now(file)).state).toBe('removed');
  });

  it.each(['silent', 'broken'] as const)('wait while it is %s, are given to the council by nobody, and are asked about again', async (mood) => {
    const { waymark, education } = room;
    clamd.mood = mood;
    const file = await attach(csv(`waits ${mood}`));
    await waymark.runJobs();
    expect((await now(file)).state).toBe('checking');
    const services = waymark.get(SubmissionsService);
    const written = await room.make.write(await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id }));
    const sent = await services.move(actorOf(education.people.official), openedAs(written), 'send-for-sign-off');
    await services.move(actorOf(education.people.sro), openedAs(sent), 'submit');
    const member = await waymark.signIn(education.people.member.email);
    expect((await member.get(`/attachments/${file.id}`)).status).toBe(403);
    expect(textOf(await waymark.open(member, room.desk.listOf(submission.id)), 'tbody .govuk-tag')).toEqual(['Pending virus check']);
    clamd.mood = 'well';
    await waymark.runJobs();
    expect((await now(file)).state).toBe('checking');
    waymark.clock.advance(11 * 60 * 1000);
    await waymark.runJobs();
    expect((await now(file)).state).toBe('ready');
    expect((await member.get(`/attachments/${file.id}`)).text).toBe(csv(`waits ${mood}`).toString());
  });
});
