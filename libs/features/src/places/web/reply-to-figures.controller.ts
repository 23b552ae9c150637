import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { PlaceRepliesService } from '../place-replies.service.js';
import { placesPaths } from '../places.paths.js';
import { PlacesQueries } from '../places.queries.js';
import { placesWords } from '../places.words.js';
import { draftOf, keepReply, keptReply, ReplyForm } from './reply.form.js';
import { type OwnPlacePage, ownPlacePage, type ReplyMetrics, type ReplyPage, replyPage } from './reply.presenter.js';

@Controller()
export class ReplyToFiguresController {
  constructor(
    private readonly replies: PlaceRepliesService,
    private readonly places: PlacesQueries,
    private readonly metrics: MetricsQueries,
    private readonly areas: AreasQueries,
  ) {}

  @Get(placesPaths.own)
  @Access('place.reply', 'none')
  @Render('places/web/views/own.njk')
  async own(@CurrentActor() actor: Actor): Promise<OwnPlacePage> {
    const code = await this.replies.ownPlace(actor);
    return ownPlacePage(code, (await this.areas.byCode(code))?.name ?? code);
  }

  @Get(placesPaths.reply(':code'))
  @Access('place.reply', 'none')
  @Render('places/web/views/reply.njk')
  async ask(@Param('code') code: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ReplyPage> {
    const { area } = await this.replies.requireOwn(actor, code);
    const kept = keptReply(request, code);
    const form = takeFormState(request, { metric: kept?.metric ?? '', words: kept?.words ?? '' });
    return replyPage(area, await this.metricsFor(code), await this.places.replies(area.id), form);
  }

  /** Keeps what was written until it has been checked. */
  @Post(placesPaths.reply(':code'))
  @Access('place.reply', 'none')
  async keep(@Param('code') code: string, @CurrentActor() actor: Actor, @Body() form: ReplyForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replies.requireOwn(actor, code);
    const draft = draftOf(form);
    this.replies.requireWords(draft);
    if (draft.metric !== null && !(await this.metrics.bySlug(draft.metric))) {
      throw ApplicationError.invalid([{ code: 'metric', message: placesWords.reply.chooseMetric, field: 'metric' }]);
    }
    keepReply(request, code, draft);
    response.redirect(303, placesPaths.checkReply(code));
  }

  private async metricsFor(code: string): Promise<ReplyMetrics> {
    const [metrics, wanted, cells] = await Promise.all([this.metrics.all(), this.places.missionMetrics(), this.places.cells([code])]);
    const withFigure = new Set(cells.filter(({ value }) => value !== null).map(({ metricId }) => metricId));
    const ofMissions = metrics.filter(({ id }) => wanted.has(id));
    return { here: ofMissions.filter(({ id }) => withFigure.has(id)), others: ofMissions.filter(({ id }) => !withFigure.has(id)) };
  }
}
