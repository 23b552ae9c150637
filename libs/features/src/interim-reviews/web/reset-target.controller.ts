import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { periodChoices } from '#domain/interim-reviews/target-reset.js';
import { numberOfRule } from '#features/missions/target-versions.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { interimReviewsPaths as paths } from '../interim-reviews.paths.js';
import { InterimReviewsQueries } from '../interim-reviews.queries.js';
import { requireDistance } from '../interim-reviews.service.js';
import { interimReviewsWords, TYPED_LABELS } from '../interim-reviews.words.js';
import { requireStanding, TargetResetsService } from '../target-resets.service.js';
import { resettable } from '../resettable-target.js';
import { ResetForm } from './interim-review.forms.js';
import { ruleInWords } from './interim-review.presenter.js';
import { type Choice, labelOf, metricOptions, periodOptions } from './target-choices.presenter.js';

const words = interimReviewsWords.reset;

interface ResetPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  now: string;
  asksNumber: boolean;
  periods: Choice[];
  metrics: Choice[];
  form: FormState<{ value: string; period: string; metric: string; reason: string; setBy: string; rowVersion: number; seen: number }>;
}

/** A target that was reset after its review: the council keeps the register of what targets ask for. */
@Controller()
@UseInterceptors(new KeptTyping(TYPED_LABELS))
export class ResetTargetController {
  constructor(
    private readonly reviews: InterimReviewsQueries,
    private readonly resets: TargetResetsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.reset(':reference', ':target'))
  @Access('interim-review.decide', 'none')
  @Render('interim-reviews/web/views/reset.njk')
  async ask(@Param('reference') reference: string, @Param('target') slug: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ResetPage> {
    const review = await this.reviews.byReference(reference);
    requireDistance(actor, review, this.clock.now());
    const target = review.targets.find((row) => row.target.slug === slug)?.target;
    if (!target) throw ApplicationError.notFound('That target of the review');
    const now = resettable(target);
    const number = numberOfRule(target.rule);
    const form = takeFormState(request, { value: number ? String(number.value) : '', period: now.period ?? '', metric: now.metric ?? '', reason: '', setBy: '', rowVersion: review.rowVersion, seen: await this.reviews.changesOf(target.id) });
    if (review.state !== 'closed' || review.recommendation !== 'reset') throw ApplicationError.conflict('A reset is recorded once the council has closed the review with that recommendation', 'not-from-here');
    requireStanding(target);
    return {
      title: words.title(target.title),
      caption: interimReviewsWords.show.caption(reference),
      backLink: { text: 'Back to the interim review', href: paths.show(reference) },
      words,
      now: words.now(number && `${number.value} (${ruleInWords(target.rule.kind)})`, labelOf(now.period), target.metric?.name ?? 'no metric'),
      asksNumber: number !== undefined,
      periods: periodOptions(periodChoices(now, this.clock.today()), form.values.period, now.period),
      metrics: metricOptions(await this.reviews.metrics(), form.values.metric, now.metric),
      form,
    };
  }

  @Post(paths.reset(':reference', ':target'))
  @Access('interim-review.decide', 'TARGET_RESET')
  async reset(@Param('reference') reference: string, @Param('target') target: string, @CurrentActor() actor: Actor, @Body() form: ResetForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.resets.reset(actor, { reference, target, ...form });
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, paths.show(reference));
  }
}
