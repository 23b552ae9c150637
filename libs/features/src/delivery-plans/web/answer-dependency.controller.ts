import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';
import { PlanDependenciesQueries } from '../plan-dependencies.queries.js';
import { PlanDependenciesService } from '../plan-dependencies.service.js';
import { type AskedCard, askedCard } from './list-dependencies.controller.js';
import { DependencyAnswerForm } from './plan.forms.js';
import { dateFrom } from './typed-date.js';

const words = deliveryPlansWords.dependencies;

interface AnswerPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.form;
  card: AskedCard;
  choices: { value: string; text: string; hint: { text: string }; checked: boolean }[];
  form: FormState<{ answer: string; reason: string; ownDateDay: string; ownDateMonth: string; ownDateYear: string; seen: string }>;
}

/** The other department confirms or disputes one line. */
@Controller()
@UseInterceptors(new KeptTyping(deliveryPlansWords.fields))
export class AnswerDependencyController {
  constructor(
    private readonly queries: PlanDependenciesQueries,
    private readonly dependencies: PlanDependenciesService,
  ) {}

  @Get(deliveryPlansPaths.answerDependency(':id', ':line'))
  @Access('dependency.answer', 'PLAN_DEPENDENCIES_READ')
  @Render('delivery-plans/web/views/answer.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('line') line: string, @Req() request: Request): Promise<AnswerPage> {
    const asked = await this.queries.one(actor, id, line);
    const form = takeFormState(request, { answer: '', reason: '', ownDateDay: '', ownDateMonth: '', ownDateYear: '', seen: asked.fingerprint });
    return {
      title: `${words.form.title}: ${asked.department}, ${asked.reference}`,
      backLink: { text: `Back to ${words.list.title.charAt(0).toLowerCase()}${words.list.title.slice(1)}`, href: deliveryPlansPaths.dependencies },
      words: words.form,
      card: askedCard(asked),
      choices: [
        { value: 'confirmed', text: words.form.confirmed, hint: { text: words.form.confirmedHint }, checked: form.values.answer === 'confirmed' },
        { value: 'disputed', text: words.form.disputed, hint: { text: words.form.disputedHint }, checked: form.values.answer === 'disputed' },
      ],
      form,
    };
  }

  @Post(deliveryPlansPaths.answerDependency(':id', ':line'))
  @Access('dependency.answer', 'PLAN_DEPENDENCY_ANSWERED')
  async answer(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('line') line: string,
    @Body() form: DependencyAnswerForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const given = { answer: form.answer, reason: form.reason, ownDate: dateFrom({ ...form }, 'ownDate'), fingerprint: form.seen };
    await this.dependencies.answer(actor, { submissionId: id, dependency: line }, given);
    request.session.notice = { title: 'Success', text: words.form.done };
    response.redirect(303, deliveryPlansPaths.dependencies);
  }
}
