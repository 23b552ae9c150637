import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { verifyChain } from '#platform/audit/verify-chain.js';
import { MailMessage } from '#platform/mail/mail-message.entity.js';
import { post } from '#platform/mail/post.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { JobRunner } from '#platform/queue/job-runner.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const MOVE = { actor: 'user:1', event: 'TRIED', subject: 'test:1' };
const LETTER = { recipient: 'a@example.org', subject: 'S', body: 'B', about: 'test:1' };
const organisation = (slug: string): Partial<Organisation> => ({ slug, name: slug, shortName: slug, kind: 'department', mailbox: null });

describe('a unit of work', () => {
  let waymark: TestApplication;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    waymark = await startTestApplication();
    unitOfWork = waymark.get(UnitOfWork);
  });
  afterAll(() => waymark.close());

  const count = (table: string): Promise<number> =>
    waymark.dataSource.query(`SELECT count(*)::int AS n FROM ${table}`).then((rows: { n: number }[]) => rows[0]?.n ?? -1);
  const counts = async (): Promise<number[]> => Promise.all(['organisations', 'outbox_messages', 'mail_messages', 'audit_entries'].map(count));

  it('writes state, outbox row and audit line together', async () => {
    const before = await counts();
    await unitOfWork.run(MOVE, async (transaction) => {
      await transaction.repository(Organisation).save(organisation('together'));
      await post(transaction, LETTER);
    });
    expect(await counts()).toEqual(before.map((n) => n + 1));
  });

  it('leaves nothing behind when a later step fails', async () => {
    const before = await counts();
    const move = unitOfWork.run(MOVE, async (transaction) => {
      await transaction.repository(Organisation).save(organisation('nothing'));
      await post(transaction, LETTER);
      throw new Error('the second step fails');
    });
    await expect(move).rejects.toThrow('the second step fails');
    expect(await counts()).toEqual(before);
  });

  it('keeps the chain whole under twenty moves at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => unitOfWork.run({ ...MOVE, subject: `test:${n}` }, async (transaction) => transaction.describe({ n }))),
    );
    expect(await verifyChain(waymark.dataSource)).toMatchObject({ whole: true });
  });

  it('hands a letter over once, however often its job is delivered', async () => {
    await waymark.runJobs();
    const before = waymark.sent.length;
    const mailId = await unitOfWork.run(MOVE, (transaction) => post(transaction, LETTER));
    const { id } = await waymark.dataSource.getRepository(OutboxMessage).findOneByOrFail({ kind: 'send-mail', payload: { mailId } });
    const runner = waymark.get(JobRunner);
    expect(await runner.run(id, 1)).toBe('done');
    expect(await runner.run(id, 2)).toBe('skipped');
    expect(waymark.sent).toHaveLength(before + 1);
    expect((await waymark.dataSource.getRepository(MailMessage).findOneByOrFail({ id: mailId })).state).toBe('sent');
  });

  it('skips a job whose row is gone', async () => {
    expect(await waymark.get(JobRunner).run('00000000-0000-4000-8000-000000000000', 1)).toBe('skipped');
  });
});
