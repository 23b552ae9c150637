import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { REPLACEMENT_KINDS, type ReplacementKind } from '#domain/interim-reviews/target-replacement.js';
import { periodChoices } from '#domain/interim-reviews/target-reset.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { interimReviewsPaths as paths } from '../interim-reviews.paths.js';
import { InterimReviewsQueries } from '../interim-reviews.queries.js';
import { requireDistance } from '../interim-reviews.service.js';
import { interimReviewsWords, TYPED_LABELS } from '../interim-reviews.words.js';
import { resettable } from '../resettable-target.js';
import { TargetReplacementsService } from '../target-replacements.service.js';
import { ReplaceForm } from './interim-review.forms.js';
import { type Choice, labelOf, metricOptions, periodOptions } from './target-choices.presenter.js';

const words = interimReviewsWords.replace;
/** Where the target that is replaced names no period that another could be like. */
const A_YEAR = `2030-01-01/P1Y`;

interface ReplacePage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  baseline: string;
  kinds: { value: string; text: string; checked: boolean }[];
  periods: Choice[];
  metrics: Choice[];
  form: FormState<Record<'title' | 'metric' | 'kind' | 'value' | 'period' | 'reason' | 'setBy', string> & { rowVersion: number; seen: number }>;
}

/** Another target in the place of one of a closed review. */
@Controller()
@UseInterceptors(new KeptTyping(TYPED_LABELS))
export class ReplaceTargetController {
  constructor(
    private readonly reviews: InterimReviewsQueries,
    private readonly replacements: TargetReplacementsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.replace(':reference', ':target'))
  @Access('interim-review.decide', 'none')
  @Render('interim-reviews/web/views/replace.njk')
  async ask(@Param('reference') reference: string, @Param('target') slug: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ReplacePage> {
    const review = await this.reviews.byReference(reference);
    requireDistance(actor, review, this.clock.now());
    const target = review.targets.find((row) => row.target.slug === slug)?.target;
    if (!target) throw ApplicationError.notFound('That target of the review');
    if (review.state !== 'closed' || review.recommendation !== 'replace') throw ApplicationError.conflict('A replacement is recorded once the council has closed the review with that recommendation', 'not-from-here');
    if (target.role !== 'headline') throw ApplicationError.conflict('This target counts as a headline no longer; it may have been replaced already', 'not-a-headline');
    const { period = A_YEAR, baseline } = resettable(target);
    const form = takeFormState(request, { title: '', metric: '', kind: '', value: '', period: '', reason: '', setBy: '', rowVersion: review.rowVersion, seen: await this.reviews.changesOf(target.id) });
    const { values } = form;
    return {
      title: words.title(target.title),
      caption: interimReviewsWords.show.caption(reference),
      backLink: { text: 'Back to the interim review', href: paths.show(reference) },
      words,
      baseline: words.baseline(labelOf(baseline)),
      kinds: (Object.keys(REPLACEMENT_KINDS) as ReplacementKind[]).map((kind) => ({ value: kind, text: words.kinds[kind], checked: kind === values.kind })),
      periods: periodOptions(periodChoices({ period, baseline }, this.clock.today()), values.period),
      metrics: metricOptions(await this.reviews.metrics(), values.metric),
      form,
    };
  }

  @Post(paths.replace(':reference', ':target'))
  @Access('interim-review.decide', 'TARGET_REPLACED')
  async replace(@Param('reference') reference: string, @Param('target') target: string, @CurrentActor() actor: Actor, @Body() form: ReplaceForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replacements.replace(actor, { reference, target, ...form });
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, paths.show(reference));
  }
}
