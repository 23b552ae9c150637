import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReviewQuestionsQueries } from '../review-questions.queries.js';
import { ReviewQuestionsService } from '../review-questions.service.js';
import { questionPath, questionsPath } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { departmentQuestionPage, type DepartmentQuestionPage, departmentQuestionsPage, type DepartmentQuestionsPage } from './department-questions.presenter.js';
import { AnswerQuestionForm } from './review.form.js';

const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];
const LIST = KINDS.map((kind) => questionsPath(kind, ':id'));
const ONE = KINDS.map((kind) => questionPath(kind, ':id', ':question'));

const QuestionId = (): ParameterDecorator => Param('question', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** The department reads the council's questions on what it submitted, and answers them. */
@Controller()
@UseInterceptors(new KeptTyping({ answer: reviewsWords.question.answer.label }))
export class AnswerQuestionController {
  constructor(
    private readonly questions: ReviewQuestionsService,
    private readonly queries: ReviewQuestionsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(LIST)
  @Access('question.answer', 'none')
  @Render('reviews/web/views/department-questions.njk')
  async list(@SubmissionId() id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<DepartmentQuestionsPage> {
    return departmentQuestionsPage(await this.queries.ofSubmission(actor, kindOf(request), id), this.clock.today());
  }

  @Get(ONE)
  @Access('question.answer', 'none')
  @Render('reviews/web/views/department-question.njk')
  async show(@SubmissionId() id: string, @QuestionId() question: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<DepartmentQuestionPage> {
    const found = await this.queries.byId(actor, kindOf(request), id, question);
    return departmentQuestionPage(found, this.clock.today(), takeFormState(request, { answer: '', rowVersion: found.asked.question.rowVersion }));
  }

  @Post(ONE)
  @Access('question.answer', 'REVIEW_QUESTION_ANSWERED')
  async answer(
    @SubmissionId() id: string,
    @QuestionId() question: string,
    @CurrentActor() actor: Actor,
    @Body() form: AnswerQuestionForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindOf(request);
    await this.queries.byId(actor, kind, id, question);
    await this.questions.answer(actor, question, form);
    request.session.notice = { title: 'Success', text: reviewsWords.question.answer.done };
    response.redirect(303, questionPath(kind, id, question));
  }
}

/** The address says the kind. */
function kindOf({ path }: Request): SubmissionKind {
  return path.startsWith('/delivery-plans/') ? 'delivery-plan' : 'evidence-return';
}
