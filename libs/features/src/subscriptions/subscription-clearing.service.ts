import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { SUBJECT } from './subscription-asking.service.js';

const DAY_MS = 86_400_000;

/** Days after which nothing needs to be known any more: attempts; what was told (a round looks back 35); mail that was sent. */
const DAYS = { attempts: 1, tellings: 60, mail: 30 };

/** Deletes what is no longer needed, and addresses that nobody confirmed first of all. */
@Injectable()
export class SubscriptionClearing {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many rows went */
  async clear(now: Date): Promise<number> {
    const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    const moments = [now, before(DAYS.attempts), before(DAYS.tellings), before(DAYS.mail)];
    const [due]: { due: boolean }[] = await this.unitOfWork.reader.query(
      `SELECT EXISTS (SELECT FROM subscription_requests WHERE expires_at <= $1) OR EXISTS (SELECT FROM subscription_attempts WHERE at <= $2)
           OR EXISTS (SELECT FROM subscription_tellings WHERE told_at <= $3)
           OR EXISTS (SELECT FROM mail_messages WHERE about ~ '^subscri(ber|ption)' AND state = 'sent' AND sent_at <= $4) AS due`,
      moments,
    );
    if (!due?.due) return 0;
    return this.unitOfWork.run({ actor: 'watch:clear-subscriptions', event: 'SUBSCRIPTION_REQUESTS_DELETED', subject: SUBJECT }, async (tx) => {
      const [counted]: { requests: number; rows: number }[] = await tx.manager.query(
        `WITH requests AS (DELETE FROM subscription_requests WHERE expires_at <= $1 RETURNING id, subscriber_id),
              letters AS (DELETE FROM mail_messages WHERE about IN (SELECT 'subscription-request:' || id FROM requests) OR (about ~ '^subscri(ber|ption)' AND state = 'sent' AND sent_at <= $4) RETURNING 1),
              attempts AS (DELETE FROM subscription_attempts WHERE at <= $2 RETURNING 1),
              tellings AS (DELETE FROM subscription_tellings WHERE told_at <= $3 RETURNING 1)
         SELECT (SELECT count(*)::integer FROM requests WHERE subscriber_id IS NULL) AS requests,
                (SELECT count(*)::integer FROM (SELECT 1 FROM requests UNION ALL SELECT * FROM letters UNION ALL SELECT * FROM attempts UNION ALL SELECT * FROM tellings) gone) AS rows`,
        moments,
      );
      tx.describe({ unconfirmed: counted?.requests ?? 0 });
      return counted?.rows ?? 0;
    });
  }
}
