import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { RHYTHM_NAMES } from '#domain/subscriptions/subscription-subject.js';
import { Access } from '#features/access/route-access.decorator.js';
import { OwnSubscriptions } from '../own-subscriptions.service.js';
import { SubscriptionNames } from '../subscription-names.queries.js';
import { subscriptionsPaths as paths } from '../subscriptions.paths.js';
import { subscriptionsWords } from '../subscriptions.words.js';
import { ChangeRhythmForm } from './subscription.forms.js';

const words = subscriptionsWords.own;

interface OwnPage {
  title: string;
  words: typeof words;
  subscriptions: { id: string; name: string; href: string; changeHref: string; stopHref: string; label: string; rhythms: { value: string; text: string; selected: boolean }[] }[];
  stopAllHref: string;
  newHref: string;
}

/** What a subscriber has, behind the link in each mail. */
@Controller()
export class OwnSubscriptionsController {
  constructor(
    private readonly own: OwnSubscriptions,
    private readonly names: SubscriptionNames,
  ) {}

  @Get(paths.own(':token'))
  @Access('subscription.manage', 'none')
  @Render('subscriptions/web/views/own.njk')
  async show(@Param('token') token: string): Promise<OwnPage> {
    const subscriptions = await this.own.list(token);
    const choices = subscriptions.length > 0 ? new Map((await this.names.choices()).map((choice) => [choice.subject, choice])) : new Map<string, never>();
    const listed: OwnPage['subscriptions'] = [];
    for (const { id, subject, rhythm } of subscriptions) {
      const named = choices.get(subject) ?? (await this.names.of(subject));
      const name = named?.name ?? subject;
      listed.push({
        id, name, href: named?.path ?? paths.subscribe, changeHref: paths.change(token, id), stopHref: paths.stop(token, id), label: words.rhythmOf(name),
        rhythms: RHYTHM_NAMES.map((value) => ({ value, text: subscriptionsWords.rhythm(value), selected: value === rhythm })),
      });
    }
    return { title: words.title, words, subscriptions: listed, stopAllHref: paths.stopAll(token), newHref: paths.subscribe };
  }

  @Post(paths.stopAll(':token'))
  @Access('subscription.manage', 'SUBSCRIPTION_ENDED')
  async stopAll(@Param('token') token: string, @Res() response: Response): Promise<void> {
    await this.own.stopAll(token);
    response.redirect(303, paths.own(token));
  }

  @Post(paths.change(':token', ':id'))
  @Access('subscription.manage', 'SUBSCRIPTION_CHANGED')
  async change(@Param('token') token: string, @Param('id') id: string, @Body() { rhythm }: ChangeRhythmForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.own.change(token, id, rhythm);
    request.session.notice = { title: words.saved, text: words.savedText };
    response.redirect(303, paths.own(token));
  }

  @Post(paths.stop(':token', ':id'))
  @Access('subscription.manage', 'SUBSCRIPTION_ENDED')
  async stop(@Param('token') token: string, @Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.own.stop(token, id);
    request.session.notice = { title: words.stopped, text: words.stoppedText };
    response.redirect(303, paths.own(token));
  }
}
