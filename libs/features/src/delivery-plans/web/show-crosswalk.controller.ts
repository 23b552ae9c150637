import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { CROSSWALK_COLUMNS, crosswalkCells, crosswalkTable } from '../crosswalk-csv.js';
import { CrosswalkQueries } from '../crosswalk.queries.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { crosswalkPage } from './show-crosswalk.presenter.js';

const VIEW = 'delivery-plans/web/views/crosswalk.njk';

/** Who does what for a mission: a public page from accepted plans; the council's reader sees the delivered ones too. */
@Controller()
export class ShowCrosswalkController {
  constructor(
    private readonly crosswalks: CrosswalkQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(deliveryPlansPaths.crosswalk(':framework', ':mission'))
  @Access('public.read', 'none')
  async show(
    @CurrentActor() actor: Actor,
    @Param('framework') framework: string,
    @Param('mission') mission: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    // What the council sees beside the public page is never kept for others.
    if (may(actor, 'review.list')) {
      const page = crosswalkPage(await this.crosswalks.ofMission(framework, mission, true), true);
      response.set('Cache-Control', 'private, no-store').render(VIEW, { ...page });
      return;
    }
    await this.cache.send(request, response, { view: VIEW, model: async () => crosswalkPage(await this.crosswalks.ofMission(framework, mission, false), false) });
  }

  /** What is public, whoever asks: the file can be passed on. */
  @Get(deliveryPlansPaths.crosswalkCsv(':framework', ':mission'))
  @Access('public.read', 'none')
  async download(@Param('framework') framework: string, @Param('mission') slug: string, @Res() response: Response): Promise<void> {
    const { mission, crosswalk } = await this.crosswalks.ofMission(framework, slug, false);
    const file = { name: `${mission.slug}-plans.csv`, columns: CROSSWALK_COLUMNS, describedBy: deliveryPlansPaths.crosswalkCsv(framework, slug) };
    await sendCsv(response, file, oneBatch(crosswalkCells(crosswalk.rows)));
  }

  @Get(csvwPath(deliveryPlansPaths.crosswalkCsv(':framework', ':mission')))
  @Access('public.read', 'none')
  async describe(@Param('framework') framework: string, @Param('mission') slug: string, @Res() response: Response): Promise<void> {
    const { mission } = await this.crosswalks.ofMission(framework, slug, false);
    sendCsvw(response, crosswalkTable(deliveryPlansPaths.crosswalkCsv(framework, slug), mission.focusArea, this.clock.today()));
  }
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
