import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { ANSWERS } from '#domain/recommendations/recommendation-status.js';
import { takesProgress } from '#domain/recommendations/recommendation-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { notFromHere, RecommendationMovesService, requireTheirs } from '../recommendation-moves.service.js';
import { recommendationsPaths as paths } from '../recommendations.paths.js';
import { RecommendationsQueries } from '../recommendations.queries.js';
import { recommendationsWords } from '../recommendations.words.js';
import { AnswerForm, WordsForm } from './recommendation.forms.js';

const words = recommendationsWords.moves;

/** What the addressee does: it answers, once, and reports. */
@Controller()
@UseInterceptors(new KeptTyping(recommendationsWords.labels))
export class AddresseeRecommendationController {
  constructor(
    private readonly recommendations: RecommendationsQueries,
    private readonly service: RecommendationMovesService,
  ) {}

  @Get(paths.answer(':reference'))
  @Access('recommendation.answer', 'none')
  @Render('pages/views/asking.njk')
  async askToAnswer(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const recommendation = await this.recommendations.byReference(reference);
    requireTheirs(actor, recommendation, 'addressee');
    if (recommendation.state !== 'awaiting-answer') throw notFromHere(recommendation);
    const { title, lead, button, ...labels } = words.answer;
    return askingPage({
      title, lead, button, caption: reference,
      backLink: { text: words.back, href: paths.show(reference) },
      shown: [{ heading: recommendationsWords.show.text, text: recommendation.text }],
      fields: [
        { kind: 'choice', name: 'how', label: labels.how, items: Object.entries(ANSWERS).map(([value, text]) => ({ value, text })) },
        { kind: 'text', name: 'words', label: labels.words, hint: labels.wordsHint },
        { kind: 'text', name: 'promise', label: labels.promise, hint: labels.promiseHint },
        { kind: 'date', name: 'promisedOn', boxes: 'promised', label: labels.promisedOn, hint: labels.promisedOnHint },
      ],
      form: takeFormState(request, { ...new AnswerForm(), rowVersion: recommendation.rowVersion }),
    });
  }

  @Post(paths.answer(':reference'))
  @Access('recommendation.answer', 'RECOMMENDATION_ANSWERED')
  async answer(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: AnswerForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const promisedOn = dateOfBoxes({ day: form.promisedDay, month: form.promisedMonth, year: form.promisedYear });
    await this.service.answer(actor, { reference, rowVersion: form.rowVersion }, { how: form.how || null, words: form.words, promise: form.promise, promisedOn });
    request.session.notice = { title: 'Success', text: words.answer.done };
    response.redirect(303, paths.show(reference));
  }

  @Get(paths.progress(':reference'))
  @Access('recommendation.progress', 'none')
  @Render('pages/views/asking.njk')
  async askForProgress(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const recommendation = await this.recommendations.byReference(reference);
    requireTheirs(actor, recommendation, 'reporter');
    if (!takesProgress(recommendation.state)) throw notFromHere(recommendation);
    const { title, lead, button } = words.progress;
    return askingPage({
      title, lead, button, caption: reference,
      backLink: { text: words.back, href: paths.show(reference) },
      shown: [{ heading: recommendationsWords.show.promise, text: recommendation.promise ?? '' }],
      fields: [{ kind: 'text', name: 'words', label: words.progress.words }],
      form: takeFormState(request, { words: '', rowVersion: recommendation.rowVersion }),
    });
  }

  @Post(paths.progress(':reference'))
  @Access('recommendation.progress', 'RECOMMENDATION_PROGRESS_REPORTED')
  async report(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: WordsForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.report(actor, { reference, rowVersion: form.rowVersion }, form.words);
    request.session.notice = { title: 'Success', text: words.progress.done };
    response.redirect(303, paths.show(reference));
  }
}
