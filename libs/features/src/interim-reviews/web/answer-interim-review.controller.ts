import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { INTERIM_REVIEW_STATES, INTERIM_REVIEW_WORKFLOW, RECOMMENDATION_NAMES, RECOMMENDATIONS } from '#domain/interim-reviews/interim-review-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { mayRecordEffects } from '../interim-review-taking.js';
import { targetLine } from '../target-line.js';
import { interimReviewsPaths as paths } from '../interim-reviews.paths.js';
import { InterimReviewsQueries } from '../interim-reviews.queries.js';
import { InterimReviewsService, requireDistance, requireLead } from '../interim-reviews.service.js';
import { interimReviewsWords, TYPED_LABELS } from '../interim-reviews.words.js';
import { AnswerForm, DecideForm } from './interim-review.forms.js';

interface FormPage<Words, Values> {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: Words;
  lines: string[];
  form: FormState<Values>;
}

interface DecidePage extends FormPage<typeof interimReviewsWords.decide, { recommendation: string; reason: string; rowVersion: number }> {
  choices: { value: string; text: string; hint: { text: string }; checked: boolean }[];
}

/** The department's answer and the council's decision. */
@Controller()
@UseInterceptors(new KeptTyping(TYPED_LABELS))
export class AnswerInterimReviewController {
  constructor(
    private readonly reviews: InterimReviewsQueries,
    private readonly service: InterimReviewsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.answer(':reference'))
  @Access('interim-review.answer', 'none')
  @Render('interim-reviews/web/views/answer.njk')
  async askAnswer(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<FormPage<typeof interimReviewsWords.answer, { effects: string; rowVersion: number }>> {
    const review = await this.reviews.byReference(reference);
    requireLead(actor, review, this.clock.now());
    if (review.effectsAt || review.state === 'closed') throw ApplicationError.conflict('This review has its answer, or is closed', 'not-from-here');
    const words = interimReviewsWords.answer;
    return { ...this.frame(reference, words), lines: review.targets.map(targetLine), form: takeFormState(request, { effects: '', rowVersion: review.rowVersion }) };
  }

  @Post(paths.answer(':reference'))
  @Access('interim-review.answer', 'INTERIM_REVIEW_ANSWERED')
  async answer(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: AnswerForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.answer(actor, { reference, rowVersion: form.rowVersion }, form.effects);
    request.session.notice = { title: 'Success', text: interimReviewsWords.answer.done };
    response.redirect(303, paths.show(reference));
  }

  @Get(paths.effects(':reference'))
  @Access('interim-review.decide', 'none')
  @Render('interim-reviews/web/views/answer.njk')
  async askEffects(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<FormPage<typeof interimReviewsWords.effects, { effects: string; rowVersion: number }>> {
    const review = await this.reviews.byReference(reference);
    requireDistance(actor, review, this.clock.now());
    if (!mayRecordEffects(review, this.clock.now())) throw ApplicationError.conflict('The department still has time to answer, has answered, or the review is closed', 'not-from-here');
    return { ...this.frame(reference, interimReviewsWords.effects), lines: review.targets.map(targetLine), form: takeFormState(request, { effects: '', rowVersion: review.rowVersion }) };
  }

  @Post(paths.effects(':reference'))
  @Access('interim-review.decide', 'INTERIM_EFFECTS_RECORDED')
  async recordEffects(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: AnswerForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.recordEffects(actor, { reference, rowVersion: form.rowVersion }, form.effects);
    request.session.notice = { title: 'Success', text: interimReviewsWords.effects.done };
    response.redirect(303, paths.show(reference));
  }

  @Get(paths.decide(':reference'))
  @Access('interim-review.decide', 'none')
  @Render('interim-reviews/web/views/decide.njk')
  async askDecision(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<DecidePage> {
    const review = await this.reviews.byReference(reference);
    requireDistance(actor, review, this.clock.now());
    if (!transitionFor(INTERIM_REVIEW_WORKFLOW, review.state, 'decide', ['council'])) {
      throw ApplicationError.conflict(`The review stands at “${INTERIM_REVIEW_STATES[review.state]}”, so this is not possible now`, 'not-from-here');
    }
    const words = interimReviewsWords.decide;
    const form = takeFormState(request, { recommendation: '', reason: '', rowVersion: review.rowVersion });
    const choices = RECOMMENDATION_NAMES.map((value) => ({ value, text: RECOMMENDATIONS[value], hint: { text: words.hints[value] }, checked: value === form.values.recommendation }));
    return { ...this.frame(reference, words), lines: review.targets.map(targetLine), choices, form };
  }

  @Post(paths.decide(':reference'))
  @Access('interim-review.decide', 'INTERIM_REVIEW_CLOSED')
  async decide(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Body() form: DecideForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.decide(actor, { reference, rowVersion: form.rowVersion }, form);
    request.session.notice = { title: 'Success', text: interimReviewsWords.decide.done };
    response.redirect(303, paths.show(reference));
  }

  private frame<Words extends { title: string }>(reference: string, words: Words): { title: string; caption: string; backLink: { text: string; href: string }; words: Words } {
    return { title: `${words.title} (${reference})`, caption: interimReviewsWords.show.caption(reference), backLink: { text: 'Back to the interim review', href: paths.show(reference) }, words };
  }
}
