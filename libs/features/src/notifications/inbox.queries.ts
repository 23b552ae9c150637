import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { keyOfCursor, pageOf } from '#platform/api/page-query.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Notice } from './notice.entity.js';
import { type MailRhythm, NoticePreference } from './notice-preference.entity.js';

/** Notices a page. */
const PAGE = 50;

/** Reads of one's own inbox. */
@Injectable()
export class InboxQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. @param cursor from the page before */
  async page(actor: Actor, cursor?: string): Promise<{ items: Notice[]; nextCursor: string | null; unread: number }> {
    requirePermission(actor, 'inbox.read');
    const after = keyOfCursor(cursor, ['instant', 'text']);
    const found = this.dataSource.getRepository(Notice).createQueryBuilder('notice').where('notice.userId = :id', { id: actor.id });
    if (after) found.andWhere(`(date_trunc('milliseconds', notice.writtenAt), notice.id::text) < (:at::timestamptz, :last)`, { at: after[0], last: after[1] });
    const items = await found
      .orderBy(`date_trunc('milliseconds', notice.writtenAt)`, 'DESC')
      .addOrderBy('notice.id::text', 'DESC')
      .limit(PAGE + 1)
      .getMany();
    const [{ unread }] = (await this.dataSource.query('SELECT count(*)::int AS unread FROM notices WHERE user_id = $1 AND read_at IS NULL', [actor.id])) as [{ unread: number }];
    return { ...pageOf(items, PAGE, ({ writtenAt, id }) => [writtenAt.toISOString(), id]), unread };
  }

  /** @throws ApplicationError 404 for another person's as for an unknown one. */
  async byId(actor: Actor, id: string): Promise<Notice> {
    requirePermission(actor, 'inbox.read');
    const notice = await this.dataSource.getRepository(Notice).findOneBy({ id, userId: actor.id });
    if (!notice) throw ApplicationError.notFound('That notice');
    return notice;
  }

  async rhythmOf(actor: Actor): Promise<MailRhythm> {
    requirePermission(actor, 'inbox.read');
    return (await this.dataSource.getRepository(NoticePreference).findOneBy({ userId: actor.id }))?.mail ?? 'each';
  }
}
