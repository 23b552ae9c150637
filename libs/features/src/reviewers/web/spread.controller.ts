import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { AbsencesQueries } from '../absences.queries.js';
import { ReviewSpreadService, type SpreadResult } from '../review-spread.service.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { spreadChoicesOf, SpreadForm } from './absence.forms.js';
import { spreadDonePage, spreadPage, type SpreadPage } from './spread.presenter.js';
import { UuidPipe } from '#features/access/uuid.pipe.js';

declare module 'express-session' {
  interface SessionData {
    /** What became of the reviews of a leave, by its id: for the page after the confirmation. */
    spreadResults: Record<string, SpreadResult[]>;
  }
}

/** Who takes the reviews of somebody on leave: proposed, chosen, confirmed. */
@Controller()
export class SpreadController {
  constructor(
    private readonly spread: ReviewSpreadService,
    private readonly queries: AbsencesQueries,
  ) {}

  @Get(reviewersPaths.spread(':id'))
  @Access('review.spread', 'none')
  @Render('reviewers/web/views/spread.njk')
  async ask(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<SpreadPage> {
    const plan = await this.spread.plan(actor, id);
    return spreadPage(plan, takeFormState(request, { rowVersion: plan.absence.rowVersion, to: {} }));
  }

  @Post(reviewersPaths.spread(':id'))
  @Access('review.spread', 'LEAVE_REVIEWS_SPREAD')
  async confirm(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: SpreadForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const results = await this.spread.confirm(actor, id, { choices: spreadChoicesOf(form), rowVersion: form.rowVersion });
    request.session.spreadResults = { ...request.session.spreadResults, [id]: results };
    response.redirect(303, reviewersPaths.spreadDone(id));
  }

  @Get(reviewersPaths.spreadDone(':id'))
  @Access('review.spread', 'none')
  async done(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const absence = await this.queries.one(actor, id);
    const results = request.session.spreadResults?.[id];
    if (results) response.render('reviewers/web/views/spread-done.njk', spreadDonePage(absence, results));
    else response.redirect(303, reviewersPaths.absences);
  }
}
