import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { InterestsQueries } from '../interests.queries.js';
import { InterestsService } from '../interests.service.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { reviewersWords } from '../reviewers.words.js';
import { daysOf, DeclareInterestForm, EndInterestForm, NO_DAYS } from './interest.forms.js';
import { declarePage, type DeclarePage, endPage, type EndPage, myInterestsPage, type MyInterestsPage } from './interests.presenter.js';
import { UuidPipe } from '#features/access/uuid.pipe.js';

/** Somebody's own interests: read, declared, ended. */
@Controller()
export class InterestsController {
  constructor(
    private readonly interests: InterestsService,
    private readonly queries: InterestsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(reviewersPaths.myInterests)
  @Access('interest.declare', 'none')
  @Render('reviewers/web/views/my-interests.njk')
  async mine(@CurrentActor() actor: Actor): Promise<MyInterestsPage> {
    return myInterestsPage(await this.queries.mine(actor), this.clock.today());
  }

  @Get(reviewersPaths.declareInterest)
  @Access('interest.declare', 'none')
  @Render('reviewers/web/views/declare-interest.njk')
  async ask(@Req() request: Request): Promise<DeclarePage> {
    return declarePage(await this.queries.choices(), takeFormState(request, { subject: '', what: '', ...NO_DAYS }));
  }

  @Post(reviewersPaths.declareInterest)
  @Access('interest.declare', 'INTEREST_DECLARED')
  async declare(@CurrentActor() actor: Actor, @Body() form: DeclareInterestForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { handedBack } = await this.interests.declare(actor, { subject: form.subject, what: form.what, ...daysOf(form) });
    const { done, doneHeld } = reviewersWords.interests.declare;
    request.session.notice = { title: reviewersWords.success, text: handedBack > 0 ? doneHeld(handedBack) : done };
    response.redirect(303, reviewersPaths.myInterests);
  }

  @Get(reviewersPaths.endInterest(':id'))
  @Access('interest.declare', 'none')
  @Render('reviewers/web/views/end-interest.njk')
  async askEnd(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<EndPage> {
    const interest = await this.queries.own(actor, id);
    return endPage(interest, takeFormState(request, { ...NO_DAYS, rowVersion: interest.rowVersion }));
  }

  @Post(reviewersPaths.endInterest(':id'))
  @Access('interest.declare', 'INTEREST_ENDED')
  async end(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: EndInterestForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.interests.end(actor, id, { to: daysOf(form).to, rowVersion: form.rowVersion });
    request.session.notice = { title: reviewersWords.success, text: reviewersWords.interests.end.done };
    response.redirect(303, reviewersPaths.myInterests);
  }
}
