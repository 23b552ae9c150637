import { Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Clock } from '#platform/clock/clock.js';
import { KeptForms } from '#platform/pages/kept-forms.service.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { Access } from '../route-access.decorator.js';
import { SignInService } from '../sign-in.service.js';
import { startSession } from './start-session.js';

/** The page behind a mailed link. The visit spends nothing: the button does. */
@Controller()
export class SignInLinkController {
  constructor(
    private readonly signIn: SignInService,
    private readonly clock: Clock,
    private readonly keptForms: KeptForms,
  ) {}

  @Get(accessPaths.link(':secret'))
  @Access('session.create', 'none')
  @Render('access/web/views/link.njk')
  async show(@Param('secret') secret: string): Promise<{ title: string; good: boolean; words: typeof accessWords.link; signInPath: string }> {
    const good = await this.signIn.linkIsGood(secret, this.clock.now());
    return { title: good ? accessWords.link.title : accessWords.link.badTitle, good, words: accessWords.link, signInPath: accessPaths.signIn };
  }

  @Post(accessPaths.link(':secret'))
  @Access('session.create', 'SIGNED_IN')
  async spend(@Param('secret') secret: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = await this.signIn.spendLink(secret);
    response.redirect(303, await startSession(request, response, actor, { now: this.clock.now(), keptForms: this.keptForms }));
  }
}
