import { Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { MailMessage } from './mail-message.entity.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail-transport.js';
import { SEND_MAIL } from './send-mail.job.js';

/** Hands a message over once; a kill between hand-over and mark gives at most one more copy, with the same reference. */
@HandlesJob(SEND_MAIL)
export class SendMailHandler implements JobHandler<{ mailId: string }> {
  readonly auditEvent = 'MAIL_SENT';

  constructor(
    private readonly dataSource: DataSource,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
  ) {}

  async outside({ mailId }: { mailId: string }): Promise<JobOutcome> {
    const messages = this.dataSource.getRepository(MailMessage);
    const message = await messages.findOneBy({ id: mailId });
    if (!message || message.state === 'sent') return 'skipped';
    await messages.update({ id: mailId }, { state: 'sending', attempts: () => 'attempts + 1' });
    try {
      await this.transport.send(message);
    } catch (error) {
      await messages.update({ id: mailId }, { state: 'failed', lastError: String(error).slice(0, 2000) });
      throw error;
    }
    return 'done';
  }

  async effect({ mailId }: { mailId: string }, transaction: Transaction): Promise<JobOutcome> {
    await transaction.repository(MailMessage).update({ id: mailId }, { state: 'sent', sentAt: transaction.now, lastError: null });
    return 'done';
  }
}
