import { Controller, Get, Param, ParseIntPipe, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { inForceOn } from '#domain/mission-quality/open-parts.js';
import { ambitionTable } from '#features/ambition/ambition-table.presenter.js';
import { AmbitionQueries, type StandingAmbition } from '#features/ambition/ambition.queries.js';
import { ambitionWords } from '#features/ambition/ambition.words.js';
import { Access } from '#features/access/route-access.decorator.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { metadataOf, sendTable } from '#platform/pages/public-table.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { QualityReviewsQueries } from '../quality-reviews.queries.js';
import { type QualityPage, qualityPage } from './quality-page.presenter.js';

const VIEW = 'mission-quality/web/views/show.njk';

/** The review of a mission as everybody reads it: the version that holds, and each version for ever. */
@Controller()
export class ShowQualityController {
  constructor(
    private readonly cache: PageCache,
    private readonly reviews: QualityReviewsQueries,
    private readonly ambition: AmbitionQueries,
    private readonly clock: Clock,
  ) {}

  @Get(paths.mission(':framework', ':mission'))
  @Access('public.read', 'none')
  async show(@Param('framework') framework: string, @Param('mission') mission: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: VIEW, model: () => this.page(framework, mission) });
  }

  @Get(paths.version(':framework', ':mission', ':number'))
  @Access('public.read', 'none')
  async version(@Param('framework') framework: string, @Param('mission') mission: string, @Param('number', ParseIntPipe) number: number, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: VIEW, model: () => this.page(framework, mission, number) });
  }

  @Get(paths.computedCsv(':framework', ':mission'))
  @Access('public.read', 'none')
  async computedCsv(@Param('framework') framework: string, @Param('mission') slug: string, @Res() response: Response): Promise<void> {
    await sendTable(response, ambitionTable(...(await this.computed(framework, slug))), paths.computedCsv(framework, slug));
  }

  @Get(csvwPath(paths.computedCsv(':framework', ':mission')))
  @Access('public.read', 'none')
  async describeComputed(@Param('framework') framework: string, @Param('mission') slug: string, @Res() response: Response): Promise<void> {
    const [mission, standing] = await this.computed(framework, slug);
    const title = `${mission.focusArea}: ${ambitionWords.heading.toLowerCase()}`;
    sendCsvw(response, metadataOf(ambitionTable(mission, standing), paths.computedCsv(framework, slug), { title, modified: this.clock.today() }));
  }

  private async computed(framework: string, slug: string): Promise<[Mission, StandingAmbition[]]> {
    const mission = await this.reviews.mission(framework, slug);
    if (!mission) throw ApplicationError.notFound('That mission');
    return [mission, await this.ambition.ofMissions([mission.id])];
  }

  private async page(framework: string, slug: string, number?: number): Promise<QualityPage> {
    const [mission, computed] = await this.computed(framework, slug);
    const versions = await this.reviews.published(mission.id);
    const today = this.clock.today();
    const inForce = inForceOn(versions, today);
    const shown = number === undefined ? inForce : versions.find((version) => version.number === number);
    if (number !== undefined && !shown) throw ApplicationError.notFound('That version of the review');
    return qualityPage(mission, versions, { shown: shown ?? null, inForce, today, ofVersion: number !== undefined, computed });
  }
}
