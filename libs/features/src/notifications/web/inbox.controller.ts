import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDateTime } from '#platform/pages/dates.js';
import { InboxQueries } from '../inbox.queries.js';
import { InboxService } from '../inbox.service.js';
import { notificationsPaths as paths } from '../notifications.paths.js';
import { inboxWords as words } from '../notifications.words.js';

/** What is no id at all is an unknown one. */
const ANY_ID = new ParseUUIDPipe({ exceptionFactory: () => ApplicationError.notFound('That notice') });

interface InboxPage {
  title: string;
  words: typeof words;
  unread: string;
  anyUnread: boolean;
  notices: { href: string; subject: string; written: string; tag: { text: string; classes: string } | undefined }[];
  links: { choose: string; readAll: string; older: string | undefined; newest: string | undefined };
}

interface NoticePage {
  title: string;
  backLink: { text: string; href: string };
  written: string;
  paragraphs: string[];
  goOn: { text: string; href: string } | undefined;
  /** The button's words; undefined once it is read. */
  markAsRead: string | undefined;
}

/** What one has been told. */
@Controller()
export class InboxController {
  constructor(
    private readonly queries: InboxQueries,
    private readonly inbox: InboxService,
  ) {}

  @Get(paths.inbox)
  @Access('inbox.read', 'none')
  @Render('notifications/web/views/inbox.njk')
  async list(@CurrentActor() actor: Actor, @Query('after') after?: string): Promise<InboxPage> {
    const { items, nextCursor, unread } = await this.queries.page(actor, after);
    return {
      title: after ? `${words.title}: older notices` : words.title,
      words,
      unread: words.unread(unread),
      anyUnread: unread > 0,
      notices: items.map(({ id, subject, writtenAt, readAt }) => ({
        href: paths.notice(id),
        subject,
        written: longDateTime(writtenAt),
        tag: readAt ? undefined : words.tag,
      })),
      links: {
        choose: paths.preferences,
        readAll: paths.readAll,
        older: nextCursor ? `${paths.inbox}?after=${nextCursor}` : undefined,
        newest: after ? paths.inbox : undefined,
      },
    };
  }

  @Get(paths.notice(':id'))
  @Access('inbox.read', 'none')
  @Render('notifications/web/views/notice.njk')
  async show(@CurrentActor() actor: Actor, @Param('id', ANY_ID) id: string): Promise<NoticePage> {
    const { subject, body, writtenAt, path, readAt } = await this.queries.byId(actor, id);
    return {
      title: `${subject} (${longDateTime(writtenAt)})`,
      backLink: { text: words.back, href: paths.inbox },
      written: longDateTime(writtenAt),
      paragraphs: body.split('\n\n'),
      goOn: path === null ? undefined : { text: words.goOn, href: path },
      markAsRead: readAt ? undefined : words.markAsRead,
    };
  }

  @Post(paths.readAll)
  @Access('inbox.read', 'NOTICE_READ')
  async readAll(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.inbox.readAll(actor);
    request.session.notice = { title: 'Success', text: words.allRead };
    response.redirect(303, paths.inbox);
  }

  @Post(paths.notice(':id'))
  @Access('inbox.read', 'NOTICE_READ')
  async read(@CurrentActor() actor: Actor, @Param('id', ANY_ID) id: string, @Res() response: Response): Promise<void> {
    await this.inbox.read(actor, id);
    response.redirect(303, paths.inbox);
  }
}
