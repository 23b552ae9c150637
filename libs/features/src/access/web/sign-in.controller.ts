import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { ROLES } from '#domain/access/roles.js';
import { Clock } from '#platform/clock/clock.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { KeptForms } from '#platform/pages/kept-forms.service.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { Access } from '../route-access.decorator.js';
import { SignInService } from '../sign-in.service.js';
import { DemoSignInForm, SignInForm } from './sign-in.form.js';
import { startSession } from './start-session.js';

interface SignInPage {
  title: string;
  words: typeof accessWords.signIn;
  /** What somebody typed is kept in this browser until they sign in. */
  kept: boolean;
  form: FormState<{ email: string }>;
  demoPath: string;
  people: { id: string; name: string; what: string }[];
}

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly clock: Clock,
    private readonly keptForms: KeptForms,
  ) {}

  @Get(accessPaths.signIn)
  @Access('session.create', 'none')
  @Render('access/web/views/sign-in.njk')
  async ask(@Req() request: Request): Promise<SignInPage> {
    const people = await this.signIn.demoPeople();
    return {
      title: accessWords.signIn.title,
      words: accessWords.signIn,
      kept: await this.keptForms.holdsOne(request),
      form: takeFormState(request, { email: '' }),
      demoPath: accessPaths.demo,
      people: people.map(({ id, name, roles, organisation }) => ({
        id,
        name,
        what: `${roles.map((role) => ROLES[role]).join(', ')}, ${organisation.name}`,
      })),
    };
  }

  @Post(accessPaths.signIn)
  @Access('session.create', 'SIGN_IN_LINK_ASKED')
  async send(@Body() form: SignInForm, @Res() response: Response): Promise<void> {
    await this.signIn.askForLink(form.email);
    response.redirect(303, accessPaths.linkSent);
  }

  @Get(accessPaths.linkSent)
  @Access('session.create', 'none')
  @Render('access/web/views/link-sent.njk')
  sent(): { title: string; words: typeof accessWords.linkSent } {
    return { title: accessWords.linkSent.title, words: accessWords.linkSent };
  }

  @Post(accessPaths.demo)
  @Access('session.create', 'SIGNED_IN')
  async demo(@Body() form: DemoSignInForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = await this.signIn.signInAsDemo(form.person);
    response.redirect(303, await startSession(request, response, actor, { now: this.clock.now(), keptForms: this.keptForms }));
  }
}
