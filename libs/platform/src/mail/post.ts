import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { MailMessage } from './mail-message.entity.js';
import { SEND_MAIL } from './send-mail.job.js';

/** A message to one person. */
export interface Letter {
  recipient: string;
  subject: string;
  /** Plain text, lines ended by `\n`. */
  body: string;
  /** The fact that it reports, `<noun>:<id>`. */
  about: string;
  /** Of a subscription: where its reader ends it with one click. */
  unsubscribeUrl?: string;
}

/** Writes a message and its job into the open transaction: it is sent if, and only if, the fact is committed. */
export async function post(transaction: Transaction, letter: Letter): Promise<string> {
  const { id } = await transaction.repository(MailMessage).save({
    ...letter,
    state: 'queued',
    writtenAt: transaction.now,
    sentAt: null,
    lastError: null,
  });
  await transaction.enqueue(SEND_MAIL, { mailId: id });
  return id;
}
