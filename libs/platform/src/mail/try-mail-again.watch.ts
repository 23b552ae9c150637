import { type Watch, Watches } from '#platform/watches/watch.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { SEND_MAIL } from './send-mail.job.js';

/** A message that cannot be handed over in so many days is given up for good, and stays to be seen as failed. */
const PATIENCE_DAYS = 14;

/**
 * Takes up again what was given up while the mail server was away or refused. A message's own tries are over within half an hour;
 * after that it is taken up half an hour later, then as long again as it has waited, at most six hours: a server that comes back
 * finds everything, and a mailbox that is gone is not hammered.
 */
@Watches('try-mail-again')
export class TryMailAgainWatch implements Watch {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(now: Date): Promise<number> {
    const due = `kind = $1 AND failed_at IS NOT NULL AND created_at > $2::timestamptz - make_interval(days => ${PATIENCE_DAYS})
      AND failed_at + least(greatest(failed_at - created_at, interval '30 minutes'), interval '6 hours') <= $2`;
    const values = [SEND_MAIL.name, now];
    const [waiting]: { any: boolean }[] = await this.unitOfWork.reader.query(`SELECT EXISTS (SELECT FROM outbox_messages WHERE ${due}) AS any`, values);
    if (!waiting?.any) return 0;
    return this.unitOfWork.run({ actor: 'watch:try-mail-again', event: 'MAIL_TAKEN_UP_AGAIN', subject: 'mail:failed' }, async (tx) => {
      const [, taken]: [unknown, number] = await tx.manager.query(`UPDATE outbox_messages SET failed_at = NULL WHERE ${due}`, values);
      tx.describe({ messages: taken });
      return taken;
    });
  }
}
