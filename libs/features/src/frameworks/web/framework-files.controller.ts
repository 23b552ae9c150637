import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { frameworksPaths } from '../frameworks.paths.js';
import { FrameworkPageService } from './framework-page.service.js';
import { filterOf, matches } from './missions-filter.js';
import { missionCells, MISSIONS_COLUMNS, missionsTable } from './missions-csv.js';
import { PastFrameworkService } from './past-framework.service.js';

/** The table of missions as a file, and the page as it stood on a day. */
@Controller()
export class FrameworkFilesController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: FrameworkPageService,
    private readonly past: PastFrameworkService,
    private readonly clock: Clock,
  ) {}

  @Get(frameworksPaths.missionsCsv(':slug'))
  @Access('public.read', 'none')
  async csv(@Param('slug') slug: string, @Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const filter = filterOf(query);
    const { lines } = await this.pages.linesOf(slug);
    const rows = lines.filter((line) => matches(line, filter)).map(missionCells);
    await sendCsv(response, { name: `${slug}-missions.csv`, columns: MISSIONS_COLUMNS, describedBy: frameworksPaths.missionsCsv(slug) }, oneBatch(rows));
  }

  @Get(csvwPath(frameworksPaths.missionsCsv(':slug')))
  @Access('public.read', 'none')
  async describe(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const { framework } = await this.pages.linesOf(slug);
    sendCsvw(response, missionsTable(frameworksPaths.missionsCsv(slug), framework.title, this.clock.today()));
  }

  @Get(pastDaysPaths.page(frameworksPaths.framework(':slug'), ':day'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Param('day') day: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'frameworks/web/views/framework.njk', model: () => this.past.page(slug, day) });
  }
}

async function* oneBatch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield await Promise.resolve(rows);
}
