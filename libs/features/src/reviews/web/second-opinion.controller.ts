import { Body, Controller, Get, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { SecondOpinionsService } from '../second-opinions.service.js';
import { MovedOn } from './moved-on.js';
import { ReviewMoveForm, SecondForm } from './review.form.js';
import { ReviewIdPipe } from './review-id.pipe.js';
import { secondOpinionPage } from './second-opinion.presenter.js';

/** The second reviewer confirms or refuses; the first may take the proposal back. */
@Controller()
@UseInterceptors(new KeptTyping({ reason: reviewsWords.second.reason }))
export class SecondOpinionController {
  constructor(
    private readonly seconds: SecondOpinionsService,
    private readonly queries: ReviewDetailQueries,
    private readonly movedOn: MovedOn,
  ) {}

  @Get(reviewsPaths.second(':id'))
  @Access('review.decide', 'none')
  async ask(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const detail = await this.queries.detail(actor, id);
    if (!(await this.movedOn.mayMove(actor, detail, 'second', { request, response }))) return;
    response.render('reviews/web/views/second.njk', secondOpinionPage(detail, takeFormState(request, { answer: '', reason: '', rowVersion: detail.review.rowVersion })));
  }

  @Post(reviewsPaths.second(':id'))
  @Access('review.decide', 'REVIEW_SECOND_GIVEN')
  async give(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Body() form: SecondForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (form.answer === 'confirm') await this.seconds.confirm(actor, id, form.rowVersion);
    else await this.seconds.refuse(actor, id, form);
    request.session.notice = { title: 'Success', text: form.answer === 'confirm' ? reviewsWords.second.confirmed : reviewsWords.second.refused };
    response.redirect(303, reviewsPaths.show(id));
  }

  @Post(reviewsPaths.takeBack(':id'))
  @Access('review.decide', 'REVIEW_PROPOSAL_TAKEN_BACK')
  async takeBack(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Body() form: ReviewMoveForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.seconds.takeBack(actor, id, form.rowVersion);
    request.session.notice = { title: 'Success', text: reviewsWords.second.takenBack };
    response.redirect(303, reviewsPaths.show(id));
  }
}
