import { Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { missionQualityWords } from '../mission-quality.words.js';
import { QualityReviewsQueries } from '../quality-reviews.queries.js';
import { QualityReviewsService } from '../quality-reviews.service.js';
import { type CouncilQualityPage, councilQualityPage, type DraftPage, draftPage } from './draft-page.presenter.js';
import { DraftReading } from './draft-reading.js';

/** The council's list of reviews, and the draft of one. */
@Controller()
export class QualityDraftsController {
  constructor(
    private readonly reviews: QualityReviewsQueries,
    private readonly service: QualityReviewsService,
    private readonly reading: DraftReading,
    private readonly clock: Clock,
  ) {}

  @Get(paths.council)
  @Access('quality-review.write', 'none')
  @Render('mission-quality/web/views/council-list.njk')
  async list(): Promise<CouncilQualityPage> {
    return councilQualityPage(await this.reviews.missions(this.clock.today()));
  }

  @Post(paths.start(':missionId'))
  @Access('quality-review.write', 'QUALITY_REVIEW_STARTED')
  async start(@Param('missionId', ParseUUIDPipe) missionId: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.start(actor, missionId);
    request.session.notice = { title: 'Success', text: missionQualityWords.council.started };
    response.redirect(303, paths.draft(missionId));
  }

  @Get(paths.draft(':missionId'))
  @Access('quality-review.write', 'none')
  @Render('mission-quality/web/views/draft.njk')
  async draft(@Param('missionId', ParseUUIDPipe) missionId: string, @CurrentActor() actor: Actor): Promise<DraftPage> {
    const { mission, draft } = await this.reading.of(missionId);
    return draftPage(mission, draft, { actor, events: await this.reviews.events(draft.id), today: this.clock.today() });
  }
}
