import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { ReviewQuestionsService } from '../review-questions.service.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { MovedOn } from './moved-on.js';
import { QuestionForm, WithdrawQuestionForm } from './review.form.js';
import { reviewFormPage, type ReviewFormPage } from './review-form.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';

const words = reviewsWords.question;

type AskPage = ReviewFormPage<{ section: string; text: string; rowVersion: number }, typeof words> & { sections: { value: string; text: string; selected: boolean }[] };
type WithdrawPage = ReviewFormPage<{ reason: string; rowVersion: number }, typeof words.withdraw> & { question: string };

const QuestionId = (): ParameterDecorator => Param('question', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** The holder of a review asks the department, and takes a question back. */
@Controller()
@UseInterceptors(new KeptTyping({ text: words.label, reason: words.withdraw.label }))
export class AskQuestionController {
  constructor(
    private readonly questions: ReviewQuestionsService,
    private readonly queries: ReviewDetailQueries,
    private readonly movedOn: MovedOn,
  ) {}

  @Get(reviewsPaths.ask(':id'))
  @Access('review.decide', 'none')
  async form(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const head = await this.queries.head(actor, id);
    if (!(await this.movedOn.mayMove(actor, head, 'ask', { request, response }))) return;
    const form = takeFormState(request, { section: '', text: '', rowVersion: head.review.rowVersion });
    const choices = [{ key: '', title: words.whole }, ...head.delivery.sections];
    const page: AskPage = { ...reviewFormPage(head, words, form), sections: choices.map(({ key, title }) => ({ value: key, text: title, selected: key === form.values.section })) };
    response.render('reviews/web/views/ask.njk', page);
  }

  @Post(reviewsPaths.ask(':id'))
  @Access('review.decide', 'REVIEW_QUESTION_ASKED')
  async ask(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Body() form: QuestionForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { dueOn } = await this.questions.ask(actor, id, form);
    request.session.notice = { title: 'Success', text: words.asked(longDate(dueOn)) };
    response.redirect(303, reviewsPaths.show(id));
  }

  @Get(reviewsPaths.withdrawQuestion(':id', ':question'))
  @Access('review.decide', 'none')
  async confirm(@Param('id', ReviewIdPipe) id: string, @QuestionId() questionId: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const head = await this.queries.head(actor, id);
    if (!(await this.movedOn.mayMove(actor, head, 'ask', { request, response }))) return;
    const question = head.questions.find((candidate) => candidate.id === questionId);
    if (!question) throw ApplicationError.notFound(words.aQuestion);
    if (question.answeredAt) throw ApplicationError.conflict(words.answered(question.answeredByName ?? ''), 'question-answered');
    if (question.withdrawnAt) throw ApplicationError.conflict(words.withdrawnAlready, 'question-withdrawn');
    const page: WithdrawPage = { ...reviewFormPage(head, words.withdraw, takeFormState(request, { reason: '', rowVersion: question.rowVersion })), question: question.text };
    response.render('reviews/web/views/withdraw-question.njk', page);
  }

  @Post(reviewsPaths.withdrawQuestion(':id', ':question'))
  @Access('review.decide', 'REVIEW_QUESTION_WITHDRAWN')
  async withdraw(
    @Param('id', ReviewIdPipe) id: string,
    @QuestionId() question: string,
    @CurrentActor() actor: Actor,
    @Body() form: WithdrawQuestionForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.questions.withdraw(actor, id, question, form);
    request.session.notice = { title: 'Success', text: words.withdraw.done };
    response.redirect(303, reviewsPaths.show(id));
  }
}
