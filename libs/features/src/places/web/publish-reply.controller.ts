import { Controller, Get, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { PlaceRepliesService } from '../place-replies.service.js';
import { placesPaths } from '../places.paths.js';
import { placesWords } from '../places.words.js';
import { forgetReply, keptReply } from './reply.form.js';
import { checkReplyPage } from './reply.presenter.js';

@Controller()
export class PublishReplyController {
  constructor(
    private readonly replies: PlaceRepliesService,
    private readonly metrics: MetricsQueries,
  ) {}

  @Get(placesPaths.checkReply(':code'))
  @Access('place.reply', 'none')
  async check(@Param('code') code: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { area, organisation } = await this.replies.requireOwn(actor, code);
    const draft = keptReply(request, code);
    if (!draft) {
      response.redirect(303, placesPaths.reply(code));
      return;
    }
    const metric = draft.metric === null ? undefined : ((await this.metrics.bySlug(draft.metric)) ?? undefined);
    response.render('places/web/views/check-reply.njk', checkReplyPage(area, organisation, metric, draft));
  }

  @Post(placesPaths.checkReply(':code'))
  @Access('place.reply', 'PLACE_REPLY_PUBLISHED')
  async publish(@Param('code') code: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replies.requireOwn(actor, code);
    const draft = keptReply(request, code);
    if (!draft) {
      response.redirect(303, placesPaths.reply(code));
      return;
    }
    await this.replies.publish(actor, code, draft);
    forgetReply(request, code);
    request.session.notice = { title: 'Success', text: placesWords.reply.published };
    response.redirect(303, placesPaths.place(code));
  }

  @Post(placesPaths.withdrawReply(':code', ':id'))
  @Access('place.reply', 'PLACE_REPLY_WITHDRAWN')
  async withdraw(@Param('code') code: string, @Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.replies.withdraw(actor, code, id);
    request.session.notice = { title: 'Success', text: placesWords.reply.withdrawn };
    response.redirect(303, placesPaths.reply(code));
  }
}
