import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { councilPaths } from '../council.paths.js';
import { CouncilDecisionsQueries } from '../council-decisions.queries.js';
import { CouncilDecisionsService } from '../council-decisions.service.js';
import { councilWords } from '../council.words.js';
import { CloseDecisionForm, MoveDecisionForm } from './council.forms.js';
import { type MoveDecisionPage, moveDecisionPage } from './decision-work.presenter.js';

const VIEW = 'council/web/views/move-decision.njk';

/** A chair opens and closes a vote; whoever proposed it withdraws it. */
@Controller()
@UseInterceptors(new KeptTyping(councilWords.labels))
export class MoveDecisionController {
  constructor(
    private readonly decisions: CouncilDecisionsService,
    private readonly queries: CouncilDecisionsQueries,
  ) {}

  @Get(councilPaths.open(':reference'))
  @Access('council.chair', 'none')
  @Render(VIEW)
  askOpen(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MoveDecisionPage> {
    return this.page(actor, reference, request, 'open');
  }

  @Post(councilPaths.open(':reference'))
  @Access('council.chair', 'COUNCIL_VOTE_OPENED')
  async open(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() { rowVersion }: MoveDecisionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.decisions.open(actor, { reference, rowVersion });
    done(request, response, { text: councilWords.open.done, href: councilPaths.follow(reference) });
  }

  @Get(councilPaths.close(':reference'))
  @Access('council.chair', 'none')
  @Render(VIEW)
  askClose(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MoveDecisionPage> {
    return this.page(actor, reference, request, 'close');
  }

  @Post(councilPaths.close(':reference'))
  @Access('council.chair', 'COUNCIL_DECISION_CLOSED')
  async close(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() { rowVersion, minute }: CloseDecisionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.decisions.close(actor, { reference, rowVersion }, minute);
    done(request, response, { text: councilWords.close.done, href: councilPaths.follow(reference) });
  }

  @Get(councilPaths.withdraw(':reference'))
  @Access('council.decide', 'none')
  @Render(VIEW)
  askWithdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MoveDecisionPage> {
    return this.page(actor, reference, request, 'withdraw');
  }

  @Post(councilPaths.withdraw(':reference'))
  @Access('council.decide', 'COUNCIL_DECISION_WITHDRAWN')
  async withdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() { rowVersion }: MoveDecisionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.decisions.withdraw(actor, { reference, rowVersion });
    done(request, response, { text: councilWords.withdraw.done, href: councilPaths.work });
  }

  private async page(actor: Actor, reference: string, request: Request, move: 'open' | 'close' | 'withdraw'): Promise<MoveDecisionPage> {
    const whole = await this.queries.one(actor, reference);
    return moveDecisionPage(whole, move, takeFormState(request, { rowVersion: whole.decision.rowVersion, minute: '' }));
  }
}

function done(request: Request, response: Response, { text, href }: { text: string; href: string }): void {
  request.session.notice = { title: councilWords.success, text };
  response.redirect(303, href);
}
