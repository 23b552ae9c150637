import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '#platform/config/settings.js';
import { type MailMessage } from '#platform/mail/mail-message.entity.js';
import { createMailTransport } from '#platform/mail/mail-transport.js';
import { MailCatcher } from '../support/mail-catcher.js';

const message: MailMessage = {
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  recipient: 'secretariat@council.example.org',
  subject: 'Target off track: Education',
  body: 'In school year 2024/25 the figure stood at 63%.\n',
  about: 'alert:1',
  unsubscribeUrl: null,
  state: 'queued',
  writtenAt: new Date('2026-11-23T09:00:00Z'),
  sentAt: null,
  attempts: 0,
  lastError: null,
};

describe('handing a message over', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-mail-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes an .eml file where no mail server is configured, the same one at a second attempt', async () => {
    const transport = createMailTransport(readSettings({}, { WAYMARK_DATA_DIR: folder }));
    expect(transport.kind).toBe('files');
    await transport.send(message);
    await transport.send(message);
    const text = readFileSync(path.join(folder, 'mail', `${message.id}.eml`), 'utf8');
    expect(text).toContain('To: secretariat@council.example.org');
    expect(text).toContain(`Message-ID: <${message.id}@waymark>`);
    expect(text).toContain('63%');
  });

  it('says in the head of a subscription’s message where one click ends it (RFC 8058), and of no other', async () => {
    const transport = createMailTransport(readSettings({}, { WAYMARK_DATA_DIR: folder }));
    const read = (id: string): string => readFileSync(path.join(folder, 'mail', `${id}.eml`), 'utf8').replaceAll(/\n\s+/g, ' ');
    const unsubscribeUrl = `https://waymark.example.org/unsubscribe/one.${message.id}.${'x'.repeat(27)}`;
    await transport.send({ ...message, id: 'a-subscription', unsubscribeUrl });
    expect(read('a-subscription')).toContain(`List-Unsubscribe: <${unsubscribeUrl}>\n`);
    expect(read('a-subscription')).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\n');
    await transport.send(message);
    expect(read(message.id)).not.toContain('List-Unsubscribe');
  });

  it('speaks SMTP with a stable reference', async () => {
    const catcher = await MailCatcher.start();
    const transport = createMailTransport(readSettings({}, { SMTP_URL: catcher.url }));
    await transport.send(message);
    expect(catcher.accepted).toEqual([{ reference: message.id, recipient: message.recipient }]);
    await catcher.stop();
  });

  it('fails, so that the job tries again, where the mail server does not answer', async () => {
    const transport = createMailTransport(readSettings({}, { SMTP_URL: 'smtp://127.0.0.1:1' }));
    await expect(transport.send(message)).rejects.toThrow();
  });

  describe('through GOV.UK Notify', () => {
    let server: Server;
    let base: string;
    let answer = 201;
    const asked: { url: string; body: Record<string, unknown> }[] = [];

    beforeAll(async () => {
      server = createServer((request, response) => {
        void bodyOf(request).then((body) => {
          asked.push({ url: request.url ?? '', body });
          response.writeHead(answer, { 'content-type': 'application/json' }).end(JSON.stringify({ id: 'n1', errors: [] }));
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
      base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    });
    afterEach(() => {
      answer = 201;
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    const notify = (): ReturnType<typeof createMailTransport> =>
      createMailTransport(
        readSettings({}, {
          NOTIFY_API_KEY: 'waymark-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
          NOTIFY_BASE_URL: base,
          NOTIFY_TEMPLATE_ID: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
        }),
      );

    it('fills the template and carries the reference', async () => {
      await notify().send(message);
      expect(asked.at(-1)).toEqual({
        url: '/v2/notifications/email',
        body: {
          template_id: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
          email_address: message.recipient,
          personalisation: { subject: message.subject, body: message.body },
          reference: message.id,
        },
      });
    });

    it('gives Notify, which takes no headers, the address of the one click where it is one that Notify takes', async () => {
      await notify().send({ ...message, unsubscribeUrl: 'https://waymark.example.org/unsubscribe/x' });
      expect(asked.at(-1)?.body).toMatchObject({ one_click_unsubscribe_url: 'https://waymark.example.org/unsubscribe/x' });
      await notify().send({ ...message, unsubscribeUrl: 'http://localhost:3000/unsubscribe/x' });
      expect(asked.at(-1)?.body).not.toHaveProperty('one_click_unsubscribe_url');
    });

    it('fails, so that the job tries again, where Notify refuses', async () => {
      answer = 503;
      await expect(notify().send(message)).rejects.toThrow();
    });
  });
});

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}
