import { Controller, Get, HttpCode, Param, Post, Render } from '@nestjs/common';
import { Access } from '#features/access/route-access.decorator.js';
import { publicChangesPaths } from '#features/public-changes/public-changes.paths.js';
import { OwnSubscriptions } from '../own-subscriptions.service.js';
import { subscriptionsPaths as paths } from '../subscriptions.paths.js';
import { subscriptionsWords } from '../subscriptions.words.js';

const words = subscriptionsWords.unsubscribe;

interface UnsubscribePage {
  title: string;
  text: string;
  /** Undefined once it is done. */
  button: string | undefined;
  back: { text: string; href: string };
}

/**
 * The end of a subscription by the link in its mail. A visit asks; the POST does it, of a person who presses the button and of a mail
 * program (RFC 8058) alike: it needs no cookie, sets none, and may come twice.
 */
@Controller()
export class UnsubscribeController {
  constructor(private readonly own: OwnSubscriptions) {}

  @Get(paths.unsubscribe(':token'))
  @Access('subscription.manage', 'none')
  @Render('subscriptions/web/views/unsubscribe.njk')
  ask(@Param('token') token: string): UnsubscribePage {
    const scope = this.own.scopeOf(token);
    return page(words.title[scope], words.text[scope], words.button[scope]);
  }

  @Post(paths.unsubscribe(':token'))
  @HttpCode(200)
  @Access('subscription.manage', 'SUBSCRIPTION_ENDED')
  @Render('subscriptions/web/views/unsubscribe.njk')
  async end(@Param('token') token: string): Promise<UnsubscribePage> {
    return page(words.doneTitle, words.done[await this.own.unsubscribe(token)]);
  }
}

function page(title: string, text: string, button?: string): UnsubscribePage {
  return { title, text, button, back: { text: words.back, href: publicChangesPaths.list } };
}
