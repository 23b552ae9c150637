import { Body, Controller, Get, Param, Post, Query, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { councilPaths } from '../council.paths.js';
import { CouncilDecisionsQueries } from '../council-decisions.queries.js';
import { CouncilDecisionsService } from '../council-decisions.service.js';
import { councilWords } from '../council.words.js';
import { ProposalAsked, ProposeDecisionForm, VoteForm } from './council.forms.js';
import { type FollowPage, followPage, type ProposeDecisionPage, proposeDecisionPage, type VotePage, votePage, type WorkPage, workPage } from './decision-work.presenter.js';

/** Members propose, follow and vote. */
@Controller()
@UseInterceptors(new KeptTyping(councilWords.labels))
export class DecisionWorkController {
  constructor(
    private readonly decisions: CouncilDecisionsService,
    private readonly queries: CouncilDecisionsQueries,
  ) {}

  @Get(councilPaths.work)
  @Access('council.decide', 'none')
  @Render('council/web/views/decision-work.njk')
  async list(@CurrentActor() actor: Actor): Promise<WorkPage> {
    return workPage(await this.queries.waiting(actor), actor);
  }

  @Get(councilPaths.propose)
  @Access('council.decide', 'none')
  @Render('council/web/views/propose-decision.njk')
  async ask(@Query() asked: ProposalAsked, @Req() request: Request): Promise<ProposeDecisionPage> {
    return proposeDecisionPage(await this.queries.missions(), takeFormState(request, { subject: '', mission: '', about: '', title: '', text: '', ...asked }));
  }

  @Post(councilPaths.propose)
  @Access('council.decide', 'COUNCIL_DECISION_PROPOSED')
  async propose(@CurrentActor() actor: Actor, @Body() { subject, mission, about, title, text }: ProposeDecisionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { reference } = await this.decisions.propose(actor, { subject, missionId: mission ?? null, about, title, text });
    request.session.notice = { title: councilWords.success, text: councilWords.propose.done };
    response.redirect(303, councilPaths.follow(reference));
  }

  @Get(councilPaths.follow(':reference'))
  @Access('council.decide', 'none')
  @Render('council/web/views/follow-decision.njk')
  async follow(@CurrentActor() actor: Actor, @Param('reference') reference: string): Promise<FollowPage> {
    return followPage(await this.queries.one(actor, reference), actor);
  }

  @Get(councilPaths.vote(':reference'))
  @Access('council.decide', 'none')
  @Render('council/web/views/vote.njk')
  async askVote(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<VotePage> {
    const whole = await this.queries.one(actor, reference);
    const own = whole.parts.find(({ personId }) => personId === actor.id);
    return votePage(whole, takeFormState(request, { part: own?.part ?? '', words: own?.words ?? '', rowVersion: own?.rowVersion }));
  }

  @Post(councilPaths.vote(':reference'))
  @Access('council.decide', 'COUNCIL_VOTE_GIVEN')
  async vote(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: VoteForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.decisions.vote(actor, reference, form);
    request.session.notice = { title: councilWords.success, text: councilWords.vote.done };
    response.redirect(303, councilPaths.follow(reference));
  }
}
