import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { AttachmentChunk } from '#features/attachments/attachment-chunk.entity.js';
import { checksumOf } from '#features/submissions/content-checksum.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { type Agent, type Page } from '../support/application.js';
import { type AttachmentRoom, filesOf, openAttachmentRoom } from '../support/attachment-room.js';
import { faultsOf } from '../support/valid-page.js';

const CSV = Buffer.from('area,value\nLeeds,61\n');
const csv = (text: string): Buffer => Buffer.from(`area,value\n${text}\n`);
const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());

describe('attachments of a return', () => {
  let room: AttachmentRoom;
  let sro: Agent;
  let other: Agent;
  let member: Agent;
  let administrator: Agent;

  beforeAll(async () => {
    room = await openAttachmentRoom();
    const { waymark, education: { people } } = room;
    const otto = await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
    [sro, other, member, administrator] = (await Promise.all([people.sro, otto, people.member, people.administrator].map(({ email }) => waymark.signIn(email)))) as [Agent, Agent, Agent, Agent];
  });
  afterAll(() => room?.waymark.close());

  const read = ({ id }: { id: string }): Promise<Submission> => room.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const attached = async (submission: Submission, content: Buffer = CSV, name = 'survey.csv'): Promise<Attachment> => {
    const { status, to } = await room.desk.attach(room.official, submission.id, { content, name });
    expect([status, to]).toEqual([303, room.desk.listOf(submission.id)]);
    return (await filesOf(room, submission.id)).at(-1) as Attachment;
  };
  const deliver = async (submission: Submission): Promise<void> => {
    const { waymark, education: { people } } = room;
    const written = await room.make.write(await read(submission));
    const sent = await waymark.get(SubmissionsService).move(actorOf(people.official), openedAs(written), 'send-for-sign-off');
    await waymark.get(SubmissionsService).move(actorOf(people.sro), openedAs(sent), 'submit');
  };

  it('are attached with a title, listed, opened and removed', async () => {
    const { waymark, desk, official, make } = room;
    const submission = await make.open('evidence-return');
    const empty = await waymark.open(official, desk.listOf(submission.id));
    expect(textOf(empty, 'main p')).toContain('No file is attached.');
    expect(empty.$(`a[href="${desk.listOf(submission.id)}/add"]`)).toHaveLength(1);
    const form = await waymark.open(official, `${desk.listOf(submission.id)}/add`);
    expect([form.$('main form').attr('enctype'), form.$('main form input').first().attr('name')]).toEqual(['multipart/form-data', '_csrf']);

    const file = await attached(submission, csv('=SUM(A1),2'), 'Survey of heads.CSV');
    const list = await waymark.open(official, desk.listOf(submission.id));
    expect(textOf(list, '.govuk-notification-banner__content')).toEqual(['Survey of heads.CSV is attached.']);
    expect(textOf(list, 'tbody tr')[0]).toMatch(/^A survey Survey of heads.CSV One cell begins with .*SHA-256 [0-9a-f]{64} CSV, 1 KB official, 23 November 2026 .* Attached Remove A survey$/);
    expect(textOf(list, '.govuk-inset-text')).toEqual(['This service has no virus scanner. Files are checked for macros, scripts and links, but not for viruses.']);
    const answer = await official.get(`/attachments/${file.id}`);
    expect([answer.status, answer.text]).toEqual([200, csv('=SUM(A1),2').toString()]);

    await waymark.submit(official, `${desk.listOf(submission.id)}/${file.id}/remove`, {});
    expect(textOf(await waymark.open(official, desk.listOf(submission.id)), '.govuk-notification-banner__content')).toEqual(['Survey of heads.CSV is removed.']);
    expect((await filesOf(room, submission.id)).map(({ state }) => state)).toEqual(['removed']);
    expect(await waymark.dataSource.getRepository(AttachmentChunk).countBy({ attachmentId: file.id })).toBe(0);
    expect((await official.get(`/attachments/${file.id}`)).status).toBe(404);
    const events = await waymark.dataSource.getRepository(AuditEntry).findBy({ subject: `submission:${submission.id}` });
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['ATTACHMENT_ADDED', 'ATTACHMENT_REMOVED']));
  });

  it('are given for saving alone, in a sandbox, with their exact type and an ETag', async () => {
    const { official, make } = room;
    const file = await attached(await make.open('evidence-return'), CSV, 'Côte d’Azur (1).csv');
    const answer = await official.get(`/attachments/${file.id}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff', etag: `"${file.checksum}"`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'cache-control': 'private, no-cache',
      'content-disposition': `attachment; filename="Co_te d_Azur (1).csv"; filename*=UTF-8''C%C3%B4te%20d%E2%80%99Azur%20%281%29.csv`,
    });
    expect((await official.get(`/attachments/${file.id}`).set('If-None-Match', `"${file.checksum}"`)).status).toBe(304);
  });

  it('of several pieces come back byte for byte', async () => {
    const content = Buffer.from(Array.from({ length: 150_000 }, (_, row) => `row ${row},${row * 7}`).join('\n'));
    const file = await attached(await room.make.open('evidence-return'), content, 'large.csv');
    expect(await room.waymark.dataSource.getRepository(AttachmentChunk).countBy({ attachmentId: file.id })).toBeGreaterThan(2);
    expect((await room.official.get(`/attachments/${file.id}`)).text === content.toString()).toBe(true);
  });

  it.each<[string, { title?: string; name?: string; content?: Buffer }, string]>([
    ['a title', { title: ' ' }, 'Enter a title that says what the file is'],
    ['a shorter title', { title: 'a'.repeat(201) }, 'The title must be 200 characters or less'],
    ['a file', { name: '', content: Buffer.alloc(0) }, 'Select a CSV, XLSX, ODS or PDF file'],
  ])('ask for %s', async (_, given, message) => {
    const submission = await room.make.open('evidence-return');
    const { status, to } = await room.desk.attach(room.official, submission.id, { content: CSV, name: 'a.csv', ...given });
    expect(status).toBe(303);
    expect(textOf(await room.waymark.open(room.official, to), '.govuk-error-summary a')).toContain(message);
  });

  it('are not attached twice, nor an eleventh', async () => {
    const { make, desk, official, waymark } = room;
    const submission = await make.open('evidence-return');
    for (let number = 1; number <= 10; number += 1) await attached(submission, csv(`${number}`), `${number}.csv`);
    const told = async (content: Buffer): Promise<string[]> => textOf(await waymark.open(official, (await desk.attach(official, submission.id, { content, name: 'x.csv' })).to), '.govuk-error-summary a');
    expect(await told(csv('3'))).toEqual(['This very file is attached already as 3.csv']);
    expect(await told(csv('11'))).toEqual(['At most 10 files can be attached. Remove one first']);
  });

  it('make an author of whoever attaches them, who then cannot sign', async () => {
    const { make, waymark, desk, education } = room;
    const bea = await savePerson(waymark, 'Bea Both', ['official', 'sro'], 'dfe');
    const submission = await make.write(await make.open('evidence-return'));
    await desk.attach(await waymark.signIn(bea.email), submission.id, { content: CSV, name: 'a.csv' });
    const sent = await waymark.get(SubmissionsService).move(actorOf(education.people.official), openedAs(await read(submission)), 'send-for-sign-off');
    await expect(waymark.get(SubmissionsService).move(actorOf(bea), openedAs(sent), 'submit')).rejects.toMatchObject({ status: 422 });
  });

  it('belong to a version with their checksums, and stay when they are left out of the next', async () => {
    const { make, waymark, desk, official } = room;
    const submission = await make.open('evidence-return');
    const file = await attached(submission);
    await deliver(submission);
    const [first] = await waymark.dataSource.getRepository(SubmissionVersion).findBy({ submissionId: submission.id });
    expect(first?.content['attachments']).toEqual([{ id: file.id, name: 'survey.csv', title: 'A survey', type: 'text/csv', bytes: CSV.length, checksum: file.checksum }]);
    expect(checksumOf(first?.content)).toBe(first?.checksum);

    await waymark.get(SubmissionsService).move(actorOf(room.education.people.sro), openedAs(await read(submission)), 'withdraw', [{ section: null, text: 'Wrong' }]);
    await waymark.get(SubmissionsService).move(actorOf(room.education.people.official), openedAs(await read(submission)), 'take-up');
    const csrf = await desk.tokenOf(official);
    const forced = await official.post(`${desk.listOf(submission.id)}/${file.id}/remove`).redirects(0).type('form').send({ _csrf: csrf });
    expect(forced.status).toBe(303);
    expect((await filesOf(room, submission.id))[0]?.state).toBe('ready');
    expect((await waymark.open(official, `${desk.listOf(submission.id)}/${file.id}/remove`)).status).toBe(409);

    await waymark.submit(official, `${desk.listOf(submission.id)}/${file.id}/leave-out`, {});
    const list = await waymark.open(official, desk.listOf(submission.id));
    expect(textOf(list, 'tbody .govuk-tag')).toEqual(['Left out of the next version']);
    expect((await official.get(`/attachments/${file.id}`)).text).toBe(CSV.toString());
    await waymark.submit(official, desk.listOf(submission.id), {}, `${desk.listOf(submission.id)}/${file.id}/take-back`);
    expect((await filesOf(room, submission.id))[0]?.state).toBe('ready');
    await waymark.submit(official, `${desk.listOf(submission.id)}/${file.id}/leave-out`, {});
    await deliver(submission);
    const second = await waymark.dataSource.getRepository(SubmissionVersion).findOneByOrFail({ submissionId: submission.id, number: 2 });
    expect(second.content['attachments']).toEqual([]);
    expect((await member.get(`/attachments/${file.id}`)).text).toBe(CSV.toString());
  });

  const STATES: SubmissionStatus[] = ['draft', 'awaiting-sign-off', 'submitted', 'in-review', 'changes-requested', 'accepted', 'withdrawn'];

  it.each(STATES)('of a return that is %s are open to whom they should be', async (status) => {
    const { make, waymark, desk, official } = room;
    const submission = await make.open('evidence-return');
    const file = await attached(submission);
    const moved = await advance(submission, status);
    const delivered = status !== 'draft' && status !== 'awaiting-sign-off';
    const statusFor = async (agent: Agent, address: string): Promise<number> => (await agent.get(address).redirects(0)).status;
    const address = `/attachments/${file.id}`;
    expect([await statusFor(official, address), await statusFor(sro, address)]).toEqual([200, 200]);
    expect([await statusFor(other, address), await statusFor(administrator, address), await statusFor(waymark.visitor(), address)]).toEqual([403, 403, 303]);
    expect(await statusFor(member, address)).toBe(delivered ? 200 : 403);
    expect(await statusFor(waymark.visitor(), `/published-attachments/${file.id}`)).toBe(status === 'accepted' ? 200 : 404);
    expect(await statusFor(other, desk.listOf(moved.id))).toBe(403);
    expect(await statusFor(member, desk.listOf(moved.id))).toBe(delivered ? 200 : 403);

    const writable = status === 'draft' || status === 'changes-requested';
    expect((await waymark.open(official, `${desk.listOf(moved.id)}/add`)).status).toBe(writable ? 200 : 409);
    expect((await desk.attach(official, moved.id, { content: csv('more'), name: 'more.csv' })).status).toBe(writable ? 303 : 409);
    for (const agent of [sro, other, member]) expect((await desk.attach(agent, moved.id, { content: csv('theirs'), name: 'theirs.csv' })).status).toBe(403);
    expect((await desk.attach(official, moved.id, { content: csv('forged'), name: 'forged.csv' }, 'no token')).status).toBe(403);
    expect(await filesOf(room, moved.id)).toHaveLength(writable ? 2 : 1);
  });

  async function advance(submission: Submission, status: SubmissionStatus): Promise<Submission> {
    // The factory walks a return of its own; here it must be the one with the file.
    const own = Object.assign(Object.create(Object.getPrototypeOf(room.make) as object) as SubmissionFactory, room.make, { open: () => read(submission) });
    return own.in(status);
  }

  it('are shown on pages that are valid, have one heading and a title of their own', async () => {
    const { make, waymark, desk, official } = room;
    const submission = await make.open('evidence-return');
    const file = await attached(submission);
    const pages: [Agent, string][] = [
      [official, desk.listOf(submission.id)], [official, `${desk.listOf(submission.id)}/add`], [official, `${desk.listOf(submission.id)}/${file.id}/remove`], [administrator, '/virus-checks'],
    ];
    const refused = await desk.attach(official, submission.id, { content: Buffer.from('<html>'), name: 'x.csv' });
    const titles = new Set<string>();
    for (const [agent, address] of [...pages, [official, refused.to] as const]) {
      const page = await waymark.open(agent, address);
      expect([address, page.status, page.$('h1').length]).toEqual([address, 200, 1]);
      expect([address, await faultsOf(page.response.text)]).toEqual([address, []]);
      expect(page.$('main').text()).not.toMatch(/undefined|NaN|\[object/);
      titles.add(page.$('title').text());
    }
    expect(titles.size).toBe(5);
  });

  it('tell administrators that there is no virus scanner', async () => {
    const page = await room.waymark.open(administrator, '/virus-checks');
    expect(textOf(page, '.govuk-warning-text')[0]).toContain('No virus scanner is configured.');
    expect((await room.waymark.open(room.official, '/virus-checks')).status).toBe(403);
  });

  it.each(['/attachments/x', '/published-attachments/x', '/attachments/00000000-0000-4000-8000-000000000000'])('%s is not found', async (address) => {
    expect((await room.official.get(address)).status).toBe(404);
  });
});
