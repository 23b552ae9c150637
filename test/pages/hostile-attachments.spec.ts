import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { AttachmentChunk } from '#features/attachments/attachment-chunk.entity.js';
import { AttachmentsWebModule } from '#features/attachments/web/attachments-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { HONEST_FILES } from '../factories/honest-files.factory.js';
import { HOSTILE_FILES } from '../factories/hostile-files.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { AttachmentDesk } from '../support/attachment-desk.js';

/** The longest that the service may take over one file on two busy cores. Milliseconds. */
const LIMIT = 10_000;

describe('files made to do harm', () => {
  let waymark: TestApplication;
  let make: SubmissionFactory;
  let official: Agent;
  let desk: AttachmentDesk;
  let csrf: string;
  let id: string;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, AttachmentsWebModule, DeliveryPlansModule, JobsModule] });
    const education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    official = await waymark.signIn(education.people.official.email);
    desk = new AttachmentDesk(waymark);
    csrf = await desk.tokenOf(official);
    ({ id } = await make.open('evidence-return'));
  });
  afterAll(() => waymark?.close());

  const kept = async (): Promise<number[]> => [await waymark.dataSource.getRepository(Attachment).count(), await waymark.dataSource.getRepository(AttachmentChunk).count()];

  it('are sixty and more', () => {
    expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HOSTILE_FILES.map(({ what }) => what)).size).toBe(HOSTILE_FILES.length);
  });

  it.each(HOSTILE_FILES.map((file) => [file.what, file] as const))('%s is refused, with the reason, and kept nowhere', async (_, { name, make: made, says }) => {
    const before = await kept();
    const content = made();
    const begun = performance.now();
    const { status, to } = await desk.attach(official, id, { content, name }, csrf);
    expect([status, to]).toEqual([303, `${desk.listOf(id)}/add`]);
    expect(performance.now() - begun).toBeLessThan(LIMIT);
    const page = await waymark.open(official, to);
    expect(page.$('title').text()).toMatch(/^Error: /);
    expect(page.$('.govuk-error-summary a').attr('href')).toBe('#file');
    expect(page.$('.govuk-error-summary a').text()).toContain(says);
    expect(page.$('#file-error').text()).toContain(says);
    expect(page.$('#title').attr('value')).toBe('A survey');
    expect(await kept()).toEqual(before);
  });

  it('leaves a line of each in the audit chain, by checksum', async () => {
    await desk.attach(official, id, { content: Buffer.from('<html>'), name: 'a.csv' }, csrf);
    const last = await waymark.dataSource.getRepository(AuditEntry).findOneOrFail({ where: { event: 'ATTACHMENT_REFUSED' }, order: { position: 'DESC' } });
    expect(last.facts).toMatchObject({ code: 'csv-is-code', bytes: 6 });
  });

  it('is too large by one byte, and no byte of it is kept', async () => {
    const content = Buffer.alloc(20 * 1024 * 1024 + 1, 0x61);
    const { status, to } = await desk.attach(official, id, { content, name: 'a.csv' }, csrf);
    expect([status, (await waymark.open(official, to)).$('.govuk-error-summary').text()]).toEqual([303, expect.stringContaining('The file must be 20 MB or smaller')]);
    expect(await kept()).toEqual([0, 0]);
  });

  it.each(HONEST_FILES.map((file) => [file.what, file] as const))('but not %s', async (_, { name, make: made }) => {
    const fresh = await make.open('evidence-return');
    const content = await made();
    expect(await desk.attach(official, fresh.id, { content, name }, csrf)).toMatchObject({ status: 303, to: desk.listOf(fresh.id) });
    const file = await waymark.dataSource.getRepository(Attachment).findOneByOrFail({ submissionId: fresh.id });
    const answer = await official.get(`/attachments/${file.id}`).buffer(true).parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
    });
    expect((answer.body as Buffer).equals(content)).toBe(true);
  });
});
