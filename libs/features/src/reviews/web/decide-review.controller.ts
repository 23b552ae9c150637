import { Body, Controller, Get, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ReasonTemplatesQueries } from '#features/reviewers/reason-templates.queries.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { QuietReviewsService } from '../quiet-reviews.service.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { ReviewsService } from '../reviews.service.js';
import { reviewsWords } from '../reviews.words.js';
import { decideReviewPage, storedValues } from './decide-review.presenter.js';
import { keepDecision, keptDecision } from './decision-drafts.js';
import { DecisionForm, readDecision } from './review.form.js';
import { keptDecisionTyping } from './kept-decision-typing.js';
import { requireMove, whatHappened } from './review-form.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';
import { takeTypedDecision } from './typed-decision.js';

/** The form of a decision. It decides nothing yet: the check page does. */
@Controller()
@UseInterceptors(keptDecisionTyping())
export class DecideReviewController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewDetailQueries,
    private readonly quiet: QuietReviewsService,
    private readonly templates: ReasonTemplatesQueries,
  ) {}

  @Get(reviewsPaths.decide(':id'))
  @Access('review.decide', 'none')
  async ask(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const head = await this.queries.head(actor, id);
    const happened = whatHappened(actor, head);
    if (happened !== undefined) {
      request.session.notice = { title: reviewsWords.notYoursNow, text: `${happened}.` };
      response.redirect(303, reviewsPaths.show(id));
      return;
    }
    requireMove(actor, head, 'decide');
    await this.quiet.see(actor, head.review, head.today);
    const stored = takeTypedDecision(request, id) ?? storedValues(head.review.rowVersion, keptDecision(request, id)?.draft);
    response.render('reviews/web/views/decide.njk', decideReviewPage(head, takeFormState(request, stored), await this.templates.inUse()));
  }

  @Post(reviewsPaths.decide(':id'))
  @Access('review.decide', 'none')
  async choose(
    @Param('id', ReviewIdPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: DecisionForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { draft, unselected, stray } = readDecision(form);
    const { delivery } = await this.queries.head(actor, id);
    const forgotten = delivery.sections.filter(({ key }) => unselected.includes(key));
    const reasons = [
      ...forgotten.map(({ title }) => ({ code: 'reason-without-section', message: reviewsWords.decide.unselected(title), field: 'sections' })),
      ...stray.map((field) => ({ code: `${field}-stray`, message: reviewsWords.decide.stray[field], field: 'decision' })),
    ];
    if (reasons.length > 0) throw ApplicationError.invalid(reasons, reviewsWords.notDecided);
    await this.reviews.requireDecidable(actor, id, { draft, rowVersion: form.rowVersion });
    keepDecision(request, id, { draft, rowVersion: form.rowVersion });
    response.redirect(303, reviewsPaths.check(id));
  }
}
