import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type RecommendationState } from '#domain/recommendations/recommendation-status.js';
import { canBeReaddressed, takesProgress } from '#domain/recommendations/recommendation-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type AskedField, type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { notFromHere, RecommendationMovesService, requireTheirs } from '../recommendation-moves.service.js';
import { recommendationsPaths as paths } from '../recommendations.paths.js';
import { RecommendationsQueries } from '../recommendations.queries.js';
import { recommendationsWords } from '../recommendations.words.js';
import { OutcomeForm, ReaddressForm, WordsForm } from './recommendation.forms.js';

const words = recommendationsWords.moves;
const VIEW = 'pages/views/asking.njk';

/** What the council does with a recommendation: it says whether it was done, withdraws it, or addresses it to another. */
@Controller()
@UseInterceptors(new KeptTyping(recommendationsWords.labels))
export class CouncilRecommendationController {
  constructor(
    private readonly recommendations: RecommendationsQueries,
    private readonly service: RecommendationMovesService,
  ) {}

  @Get(paths.outcome(':reference'))
  @Access('recommendation.make', 'none')
  @Render(VIEW)
  async askForOutcome(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const { outcome, outcomes, shown, shownHint, words: why } = words.outcome;
    return this.page(actor, reference, request, {
      words: words.outcome, possible: takesProgress,
      fields: [{ kind: 'choice', name: 'outcome', label: outcome, items: outcomes }, { kind: 'text', name: 'words', label: why }, { kind: 'text', name: 'shown', label: shown, hint: shownHint }],
    });
  }

  @Post(paths.outcome(':reference'))
  @Access('recommendation.make', 'RECOMMENDATION_SETTLED')
  async settle(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: OutcomeForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.settle(actor, { reference, rowVersion: form.rowVersion }, { outcome: form.outcome || null, words: form.words, shown: form.shown });
    done(request, response, reference, words.outcome.done);
  }

  @Get(paths.withdraw(':reference'))
  @Access('recommendation.make', 'none')
  @Render(VIEW)
  async askToWithdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    return this.page(actor, reference, request, { words: words.withdraw, possible: (state) => state === 'awaiting-answer', fields: [{ kind: 'text', name: 'words', label: words.withdraw.words }] });
  }

  @Post(paths.withdraw(':reference'))
  @Access('recommendation.make', 'RECOMMENDATION_WITHDRAWN')
  async withdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: WordsForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.withdraw(actor, { reference, rowVersion: form.rowVersion }, form.words);
    done(request, response, reference, words.withdraw.done);
  }

  @Get(paths.readdress(':reference'))
  @Access('recommendation.make', 'none')
  @Render(VIEW)
  async askToReaddress(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const { addressee, choose, words: why } = words.readdress;
    const items = [{ value: '', text: choose }, ...(await this.recommendations.possibleAddressees()).map(({ id, name }) => ({ value: id, text: name }))];
    return this.page(actor, reference, request, {
      words: words.readdress, possible: canBeReaddressed, fields: [{ kind: 'select', name: 'addresseeId', label: addressee, items }, { kind: 'text', name: 'words', label: why }],
    });
  }

  @Post(paths.readdress(':reference'))
  @Access('recommendation.make', 'RECOMMENDATION_READDRESSED')
  async readdress(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: ReaddressForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.readdress(actor, { reference, rowVersion: form.rowVersion }, { addresseeId: form.addresseeId, reason: form.words });
    done(request, response, reference, words.readdress.done);
  }

  private async page(
    actor: Actor,
    reference: string,
    request: Request,
    asked: { words: { title: string; lead: string[]; button: string }; possible: (state: RecommendationState) => boolean; fields: AskedField[] },
  ): Promise<AskingPage> {
    const recommendation = await this.recommendations.byReference(reference);
    requireTheirs(actor, recommendation, 'council');
    if (!asked.possible(recommendation.state)) throw notFromHere(recommendation);
    const { title, lead, button } = asked.words;
    return askingPage({
      title, lead, button, caption: reference,
      backLink: { text: words.back, href: paths.show(reference) },
      fields: asked.fields,
      form: takeFormState(request, { words: '', outcome: '', shown: '', addresseeId: '', rowVersion: recommendation.rowVersion }),
    });
  }
}

function done(request: Request, response: Response, reference: string, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, paths.show(reference));
}
