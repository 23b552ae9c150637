import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { longDate } from '#platform/pages/dates.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { type FrameworkClosing } from '../framework-closing.entity.js';
import { closingsPaths as paths } from '../framework-closings.paths.js';
import { FrameworkClosingsQueries, type FrameworkToClose } from '../framework-closings.queries.js';
import { FrameworkClosingsService } from '../framework-closings.service.js';
import { closingsWords as words } from '../framework-closings.words.js';
import { AnnounceForm, TakeBackForm } from './closing.forms.js';
import { countsOf } from './closing.presenter.js';

const VIEW = 'pages/views/asking.njk';

/** A chair announces the closing, or takes the announcement back. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class MoveClosingController {
  constructor(
    private readonly closings: FrameworkClosingsQueries,
    private readonly service: FrameworkClosingsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.announce(':framework'))
  @Access('council.chair', 'none')
  @Render(VIEW)
  async askToAnnounce(@Param('framework') slug: string, @Req() request: Request): Promise<AskingPage> {
    const { framework, closing, missions } = await this.found(slug);
    const today = this.clock.today();
    const counts = countsOf(missions, await this.closings.unansweredOf(framework.id, today));
    const { title, lead, button, ...labels } = words.announce;
    const day = closing.closesOn <= today ? `${longDate(closing.closesOn)}, ${labels.today}` : longDate(closing.closesOn);
    return askingPage({
      title, lead, button, caption: framework.title, backLink: { text: words.back, href: paths.prepare(slug) }, fields: [],
      shown: [
        { heading: labels.day, text: day },
        { heading: labels.reason, text: closing.reason },
        { heading: labels.unanswered, text: counts.length === 0 ? words.show.nothing : counts.map(({ mission, count }) => labels.line(mission, count)).join('\n') },
      ],
      form: takeFormState(request, { rowVersion: closing.rowVersion }),
    });
  }

  @Post(paths.announce(':framework'))
  @Access('council.chair', 'FRAMEWORK_CLOSING_ANNOUNCED')
  async announce(@CurrentActor() actor: Actor, @Param('framework') framework: string, @Body() { rowVersion }: AnnounceForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { closed } = await this.service.announce(actor, { framework, rowVersion });
    request.session.notice = { title: words.success, text: closed ? words.announce.closed : words.announce.done };
    response.redirect(303, paths.show(framework));
  }

  @Get(paths.takeBack(':framework'))
  @Access('council.chair', 'none')
  @Render(VIEW)
  async askToTakeBack(@Param('framework') slug: string, @Req() request: Request): Promise<AskingPage> {
    const { framework, closing } = await this.found(slug);
    const { title, lead, button, reason } = words.takeBack;
    return askingPage({
      title, lead, button, caption: framework.title, backLink: { text: words.back, href: paths.prepare(slug) }, fields: [{ kind: 'text', name: 'reason', label: reason }],
      form: takeFormState(request, { rowVersion: closing.rowVersion, reason: '' }),
    });
  }

  @Post(paths.takeBack(':framework'))
  @Access('council.chair', 'FRAMEWORK_CLOSING_TAKEN_BACK')
  async takeBack(@CurrentActor() actor: Actor, @Param('framework') framework: string, @Body() { rowVersion, reason }: TakeBackForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.takeBack(actor, { framework, rowVersion }, reason);
    request.session.notice = { title: words.success, text: words.takeBack.done };
    response.redirect(303, paths.prepare(framework));
  }

  private async found(slug: string): Promise<FrameworkToClose & { closing: FrameworkClosing }> {
    const { closing, ...found } = await this.closings.toClose(slug);
    if (!closing) throw ApplicationError.notFound(words.aClosing);
    return { ...found, closing };
  }
}
