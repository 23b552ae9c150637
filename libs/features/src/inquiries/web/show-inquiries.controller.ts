import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { hasPublished } from '#domain/inquiries/inquiry-workflow.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { RecommendationsQueries } from '#features/recommendations/recommendations.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { followUpPage } from './follow-up.presenter.js';
import { inquiriesListPage, inquiryPage } from './inquiry.presenter.js';

/** The public pages. Visitors get them from memory; who is signed in has buttons of their own. */
@Controller()
export class ShowInquiriesController {
  constructor(
    private readonly inquiries: InquiriesQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly clock: Clock,
    private readonly pages: PageCache,
  ) {}

  @Get(paths.list)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { isOwn: actor.kind !== 'visitor', view: 'inquiries/web/views/list.njk', model: async () => inquiriesListPage(await this.inquiries.all(), actor, this.clock.today()) });
  }

  @Get(paths.show(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      isOwn: actor.kind !== 'visitor',
      view: 'inquiries/web/views/show.njk',
      model: async () => {
        const inquiry = await this.inquiries.byReference(reference);
        const isPublic = hasPublished(inquiry.state);
        const [events, questions] = [await this.inquiries.eventsOf(inquiry.id), await this.inquiries.questionsOf(inquiry.id)];
        // what nobody may read yet is not even fetched
        const [findings, recommendations] = isPublic ? [await this.inquiries.findingsOf(inquiry.id), await this.recommendations.ofSource(reference)] : [[], []];
        return inquiryPage(inquiry, { events, questions, findings, recommendations }, actor, this.clock.today());
      },
    });
  }

  @Get(paths.followUp(':reference'))
  @Access('public.read', 'none')
  async followUp(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      isOwn: actor.kind !== 'visitor',
      view: 'inquiries/web/views/follow-up.njk',
      model: async () => {
        const inquiry = await this.inquiries.byReference(reference);
        if (!hasPublished(inquiry.state)) throw ApplicationError.notFound('That page');
        const recommendations = await this.recommendations.ofSource(reference);
        return followUpPage(inquiry, recommendations, await this.recommendations.eventsOf(recommendations.map(({ id }) => id)), this.clock.today());
      },
    });
  }
}
