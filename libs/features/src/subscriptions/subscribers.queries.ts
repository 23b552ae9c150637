import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';

/** How many, and nobody by name. */
export interface SubscriberCounts {
  subscribers: number;
  atOnce: number;
  weekly: number;
  unconfirmed: number;
  /** Mail to subscribers that could not be handed over. */
  failed: number;
  subjects: { subject: string; count: number }[];
}

@Injectable()
export class SubscribersQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param now requests that are older than their days do not count */
  async counts(actor: Actor, now: Date): Promise<SubscriberCounts> {
    requirePermission(actor, 'mailbox.read');
    const [row]: SubscriberCounts[] = await this.dataSource.query(
      `SELECT (SELECT count(*)::integer FROM subscribers) AS subscribers,
              (SELECT count(*)::integer FROM subscriptions WHERE rhythm = 'at-once') AS "atOnce",
              (SELECT count(*)::integer FROM subscriptions WHERE rhythm = 'weekly') AS weekly,
              (SELECT count(*)::integer FROM subscription_requests WHERE subscriber_id IS NULL AND expires_at > $1) AS unconfirmed,
              (SELECT count(*)::integer FROM mail_messages WHERE about ~ '^subscri(ber|ption)' AND state = 'failed') AS failed,
              (SELECT coalesce(jsonb_agg(s ORDER BY s.count DESC, s.subject), '[]') FROM (SELECT subject, count(*)::integer AS count FROM subscriptions GROUP BY subject) s) AS subjects`,
      [now],
    );
    return row ?? { subscribers: 0, atOnce: 0, weekly: 0, unconfirmed: 0, failed: 0, subjects: [] };
  }
}
