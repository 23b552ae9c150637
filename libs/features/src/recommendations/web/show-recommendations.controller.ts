import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { RECOMMENDATION_COLUMNS, recommendationCells, recommendationsTable } from '../recommendations-csv.js';
import { recommendationsPaths as paths } from '../recommendations.paths.js';
import { RecommendationsQueries } from '../recommendations.queries.js';
import { RecommendationsQuery } from './recommendation.forms.js';
import { recommendationPage } from './recommendation.presenter.js';
import { type RecommendationsListPage, recommendationsListPage } from './recommendations-list.presenter.js';

/** The public pages and the file. */
@Controller()
export class ShowRecommendationsController {
  constructor(
    private readonly recommendations: RecommendationsQueries,
    private readonly clock: Clock,
    private readonly pages: PageCache,
  ) {}

  @Get(paths.list)
  @Access('public.read', 'none')
  async list(@Query() query: RecommendationsQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<RecommendationsListPage> => recommendationsListPage(await this.recommendations.all(), query, this.clock.today());
    // the cache keeps one page an address and knows no filters
    await this.pages.send(request, response, { view: 'recommendations/web/views/list.njk', model, isOwn: Object.values(query).some(Boolean) });
  }

  @Get(paths.csv)
  @Access('public.read', 'none')
  async download(@Res() response: Response): Promise<void> {
    const today = this.clock.today();
    const rows = (await this.recommendations.all()).map((row) => recommendationCells(row, today));
    await sendCsv(response, { name: 'recommendations.csv', columns: RECOMMENDATION_COLUMNS, describedBy: paths.csv }, oneBatch(rows));
  }

  @Get(csvwPath(paths.csv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, recommendationsTable(this.clock.today()));
  }

  @Get(paths.show(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<object> => {
      const recommendation = await this.recommendations.byReference(reference);
      return recommendationPage(recommendation, await this.recommendations.eventsOf([recommendation.id]), actor, this.clock.today());
    };
    await this.pages.send(request, response, { view: 'recommendations/web/views/show.njk', model, isOwn: actor.kind !== 'visitor' });
  }
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
