import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { notificationsPaths } from '#features/notifications/notifications.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { SubscribersQueries } from '../subscribers.queries.js';
import { SubscriptionNames } from '../subscription-names.queries.js';
import { subscriptionsPaths as paths } from '../subscriptions.paths.js';
import { subscriptionsWords } from '../subscriptions.words.js';

const words = subscriptionsWords.counts;

interface CountsPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  facts: { key: { text: string }; value: { text: string } }[];
  rows: { name: string; count: number }[];
}

/** How many follow what, for administrators; nobody's address. */
@Controller()
export class CountSubscribersController {
  constructor(
    private readonly subscribers: SubscribersQueries,
    private readonly names: SubscriptionNames,
    private readonly clock: Clock,
  ) {}

  @Get(paths.counts)
  @Access('mailbox.read', 'none')
  @Render('subscriptions/web/views/counts.njk')
  async show(@CurrentActor() actor: Actor): Promise<CountsPage> {
    const counts = await this.subscribers.counts(actor, this.clock.now());
    const names = new Map((await this.names.choices()).map(({ subject, name }) => [subject, name]));
    const fact = (text: string, value: number): CountsPage['facts'][number] => ({ key: { text }, value: { text: String(value) } });
    return {
      title: words.title,
      backLink: { text: words.back, href: notificationsPaths.mailbox },
      words,
      facts: [fact(words.subscribers, counts.subscribers), fact(words.atOnce, counts.atOnce), fact(words.weekly, counts.weekly), fact(words.unconfirmed, counts.unconfirmed), fact(words.failed, counts.failed)],
      rows: counts.subjects.map(({ subject, count }) => ({ name: names.get(subject) ?? subject, count })),
    };
  }
}
