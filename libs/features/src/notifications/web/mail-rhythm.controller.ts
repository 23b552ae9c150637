import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { InboxQueries } from '../inbox.queries.js';
import { InboxService } from '../inbox.service.js';
import { type MailRhythm } from '../notice-preference.entity.js';
import { declaredNotices } from '../notice-text.js';
import { notificationsPaths as paths } from '../notifications.paths.js';
import { inboxWords } from '../notifications.words.js';

const words = inboxWords.preferences;
const RHYTHMS = Object.keys(words.options) as MailRhythm[];

export class MailRhythmForm {
  @IsIn(RHYTHMS, { message: words.wrong })
  mail: MailRhythm;
}

interface MailRhythmPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  options: { value: string; text: string; checked: boolean }[];
  urgent: string[];
  form: FormState<{ mail: string }>;
}

/** How somebody is told by mail. */
@Controller()
export class MailRhythmController {
  constructor(
    private readonly queries: InboxQueries,
    private readonly inbox: InboxService,
  ) {}

  @Get(paths.preferences)
  @Access('inbox.read', 'none')
  @Render('notifications/web/views/preferences.njk')
  async ask(@CurrentActor() actor: Actor, @Req() request: Request): Promise<MailRhythmPage> {
    const form = takeFormState<{ mail: string }>(request, { mail: await this.queries.rhythmOf(actor) });
    return {
      title: words.title,
      backLink: { text: inboxWords.back, href: paths.inbox },
      words,
      options: RHYTHMS.map((value) => ({ value, text: words.options[value].text, checked: value === form.values.mail })),
      urgent: [words.always, ...declaredNotices().flatMap(({ title, urgent }) => (urgent ? [title] : []))],
      form,
    };
  }

  @Post(paths.preferences)
  @Access('inbox.read', 'MAIL_RHYTHM_CHOSEN')
  async choose(@CurrentActor() actor: Actor, @Body() form: MailRhythmForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.inbox.choose(actor, form.mail);
    request.session.notice = { title: 'Success', text: words.saved };
    response.redirect(303, paths.inbox);
  }
}
