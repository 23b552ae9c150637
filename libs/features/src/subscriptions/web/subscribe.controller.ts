import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { RHYTHM_NAMES, subjectOf } from '#domain/subscriptions/subscription-subject.js';
import { Access } from '#features/access/route-access.decorator.js';
import { placesPaths } from '#features/places/places.paths.js';
import { statementsPaths } from '#features/statements/statements.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { answeredLanguage } from '#platform/language/language-switch.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { SubscriptionAsking } from '../subscription-asking.service.js';
import { SubscriptionNames } from '../subscription-names.queries.js';
import { subscriptionsPaths as paths } from '../subscriptions.paths.js';
import { subscriptionsWords } from '../subscriptions.words.js';
import { SubscribeForm } from './subscription.forms.js';

interface Option {
  value: string;
  text: string;
  selected?: boolean;
  checked?: boolean;
}

interface SubscribePage {
  title: string;
  words: typeof subscriptionsWords.subscribe;
  form: FormState<{ subject: string; rhythm: string; email: string }>;
  subjects: Option[];
  rhythms: Option[];
  placesHref: string;
  privacyHref: string;
}

interface ConfirmPage {
  title: string;
  words: typeof subscriptionsWords.confirm;
  /** Null where the link does not work any more. */
  facts: { key: { text: string }; value: { text: string } }[] | null;
  againHref: string;
}

/** Asking for e-mails, and the page behind the mailed link. The visit spends nothing: the button does. */
@Controller()
export class SubscribeController {
  constructor(
    private readonly asking: SubscriptionAsking,
    private readonly names: SubscriptionNames,
    private readonly clock: Clock,
  ) {}

  @Get(paths.subscribe)
  @Access('subscription.manage', 'none')
  @Render('subscriptions/web/views/subscribe.njk')
  async form(@Query('about') about: unknown, @Req() request: Request): Promise<SubscribePage> {
    const form = takeFormState(request, { subject: typeof about === 'string' ? about : 'all', rhythm: 'at-once', email: '' });
    const chosen = String(form.values.subject);
    const choices = (await this.names.choices()).filter(({ ended }) => !ended);
    // a place is among the choices where its own page led here
    const place = subjectOf(chosen)?.kind === 'place' ? await this.names.of(chosen) : null;
    const subjects = [...choices, ...(place ? [place] : [])].map(({ subject, name }) => ({ value: subject, text: name, selected: subject === chosen }));
    return {
      title: subscriptionsWords.subscribe.titleOf(chosen === 'all' ? undefined : subjects.find(({ selected }) => selected)?.text),
      words: subscriptionsWords.subscribe,
      form,
      subjects,
      rhythms: RHYTHM_NAMES.map((rhythm) => ({ value: rhythm, text: subscriptionsWords.rhythm(rhythm), checked: rhythm === form.values.rhythm })),
      placesHref: placesPaths.list,
      privacyHref: statementsPaths.privacy,
    };
  }

  @Post(paths.subscribe)
  @Access('subscription.manage', 'SUBSCRIPTION_ASKED')
  async ask(@Body() { subject, rhythm, email }: SubscribeForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.asking.ask({ subject, rhythm, email, language: answeredLanguage(request, response), ip: request.ip ?? '' });
    response.redirect(303, paths.asked);
  }

  @Get(paths.asked)
  @Access('subscription.manage', 'none')
  @Render('subscriptions/web/views/asked.njk')
  asked(): { title: string; words: typeof subscriptionsWords.asked } {
    return { title: subscriptionsWords.asked.title, words: subscriptionsWords.asked };
  }

  @Get(paths.confirm(':secret'))
  @Access('subscription.manage', 'none')
  @Render('subscriptions/web/views/confirm.njk')
  async confirmPage(@Param('secret') secret: string): Promise<ConfirmPage> {
    const words = subscriptionsWords.confirm;
    const request = await this.asking.asked(secret, this.clock.now());
    const named = request && (await this.names.of(request.subject));
    return {
      title: request ? words.title : words.badTitle,
      words,
      facts: request && [
        { key: { text: words.about }, value: { text: named?.name ?? request.subject } },
        { key: { text: words.rhythm }, value: { text: subscriptionsWords.rhythm(request.rhythm) } },
      ],
      againHref: paths.subscribe,
    };
  }

  @Post(paths.confirm(':secret'))
  @Access('subscription.manage', 'SUBSCRIPTION_CONFIRMED')
  async confirm(@Param('secret') secret: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const token = await this.asking.confirm(secret);
    request.session.notice = { title: subscriptionsWords.confirm.done, text: subscriptionsWords.confirm.doneText };
    response.redirect(303, paths.own(token));
  }
}
