import { Body, Controller, Get, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { ReviewHandOnService } from '../review-hand-on.service.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { forgetDecision } from './decision-drafts.js';
import { HandOnForm } from './review.form.js';
import { MovedOn } from './moved-on.js';
import { reviewFormPage, type ReviewFormPage } from './review-form.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';

interface HandOnValues {
  to: string;
  reason: string;
  rowVersion: number;
}

type HandOnPage = ReviewFormPage<HandOnValues, typeof reviewsWords.handOn> & { receivers: { value: string; text: string; checked: boolean }[] };

/** Asks who takes it and why, then hands it on. */
@Controller()
@UseInterceptors(new KeptTyping({ reason: reviewsWords.handOn.reason }))
export class HandOnReviewController {
  constructor(
    private readonly handOns: ReviewHandOnService,
    private readonly queries: ReviewDetailQueries,
    private readonly movedOn: MovedOn,
  ) {}

  @Get(reviewsPaths.handOn(':id'))
  @Access('review.hand-on', 'none')
  async ask(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const head = await this.queries.head(actor, id);
    if (!(await this.movedOn.mayMove(actor, head, 'handOn', { request, response }))) return;
    const form = takeFormState(request, { to: '', reason: '', rowVersion: head.review.rowVersion });
    const receivers = (await this.handOns.receivers(actor, id)).map((person) => ({ value: person.id, text: person.name, checked: person.id === form.values.to }));
    const page: HandOnPage = { ...reviewFormPage(head, reviewsWords.handOn, form), receivers };
    response.render('reviews/web/views/hand-on.njk', page);
  }

  @Post(reviewsPaths.handOn(':id'))
  @Access('review.hand-on', 'REVIEW_HANDED_ON')
  async handOn(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Body() form: HandOnForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const name = await this.handOns.handOn(actor, id, form);
    forgetDecision(request, id);
    request.session.notice = { title: 'Success', text: reviewsWords.handOn.done(name) };
    response.redirect(303, reviewsPaths.show(id));
  }
}
