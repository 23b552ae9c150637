import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { NotifyClient } from 'notifications-node-client';
import { type Settings } from '#platform/config/settings.js';
import { type MailMessage } from './mail-message.entity.js';

/** Takes a message out of the process. Throws when it was not taken; the job tries again. */
export interface MailTransport {
  readonly kind: 'notify' | 'smtp' | 'files';
  send(message: MailMessage): Promise<void>;
}

/** Token of the process's transport. */
export const MAIL_TRANSPORT = Symbol('mail transport');

/** GOV.UK Notify where its key is set, else SMTP where its address is set, else `.eml` files in the data folder. */
export function createMailTransport(settings: Settings): MailTransport {
  if (settings.NOTIFY_API_KEY && settings.NOTIFY_TEMPLATE_ID) return notifyTransport(settings, settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID);
  if (settings.SMTP_URL) return smtpTransport(settings.SMTP_URL, settings);
  return fileTransport(mailFolder(settings), settings);
}

/** Where `.eml` files go when no mail server is configured. */
export function mailFolder(settings: Settings): string {
  return path.join(settings.WAYMARK_DATA_DIR, 'mail');
}

function envelope(message: MailMessage, settings: Settings): SendMailOptions {
  return {
    from: settings.MAIL_FROM,
    to: message.recipient,
    subject: message.subject,
    text: message.body,
    // Stable over retries: a mailbox or an archive can tell a second copy from a second message.
    messageId: `<${message.id}@waymark>`,
    date: message.writtenAt,
    headers: {
      'X-Waymark-Reference': message.id,
      ...(message.unsubscribeUrl ? { 'List-Unsubscribe': `<${message.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  };
}

function notifyTransport(settings: Settings, key: string, template: string): MailTransport {
  const client = settings.NOTIFY_BASE_URL ? new NotifyClient(settings.NOTIFY_BASE_URL, key) : new NotifyClient(key);
  return {
    kind: 'notify',
    async send(message) {
      await client.sendEmail(template, message.recipient, {
        personalisation: { subject: message.subject, body: message.body },
        reference: message.id,
        // Notify takes no headers; it makes them from this, and takes only https
        ...(message.unsubscribeUrl?.startsWith('https:') ? { oneClickUnsubscribeURL: message.unsubscribeUrl } : {}),
      });
    },
  };
}

function smtpTransport(url: string, settings: Settings): MailTransport {
  const mailer = nodemailer.createTransport(url, {});
  return {
    kind: 'smtp',
    async send(message) {
      await mailer.sendMail(envelope(message, settings));
    },
  };
}

function fileTransport(folder: string, settings: Settings): MailTransport {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    kind: 'files',
    async send(message) {
      const { message: bytes } = await composer.sendMail(envelope(message, settings));
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, `${message.id}.eml`);
      // Written aside and renamed: a reader never sees half a message, and a second attempt replaces the first.
      await writeFile(`${file}.part`, bytes as Buffer);
      await rename(`${file}.part`, file);
    },
  };
}
