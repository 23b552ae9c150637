import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { type DataGapLine, dataGapLine } from '../data-gap-line.js';
import { DATA_GAP_COLUMNS, dataGapCells, dataGapsTable } from '../data-gaps-csv.js';
import { dataGapsPaths } from '../data-gaps.paths.js';
import { DataGapsQueries } from '../data-gaps.queries.js';
import { DataGapsQuery } from './data-gap.forms.js';
import { type DataGapsListPage, presentDataGaps } from './data-gaps-list.presenter.js';

/** The public register, as page and as file. */
@Controller()
export class ListDataGapsController {
  constructor(
    private readonly gaps: DataGapsQueries,
    private readonly pages: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(dataGapsPaths.list)
  @Access('public.read', 'none')
  async list(@Query() query: DataGapsQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<DataGapsListPage> => presentDataGaps(await this.lines(), { ...query, overdue: Boolean(query.overdue) });
    // the cache keeps one page an address and knows no filters
    await this.pages.send(request, response, { view: 'data-gaps/web/views/list.njk', model, isOwn: Object.values(query).some(Boolean) });
  }

  @Get(dataGapsPaths.csv)
  @Access('public.read', 'none')
  async download(@Res() response: Response): Promise<void> {
    const rows = (await this.lines()).map(dataGapCells);
    await sendCsv(response, { name: 'data-gaps.csv', columns: DATA_GAP_COLUMNS, describedBy: dataGapsPaths.csv }, oneBatch(rows));
  }

  @Get(csvwPath(dataGapsPaths.csv))
  @Access('public.read', 'none')
  describe(@Res() response: Response): void {
    sendCsvw(response, dataGapsTable(this.clock.today()));
  }

  private async lines(): Promise<DataGapLine[]> {
    const today = this.clock.today();
    return (await this.gaps.all()).map((gap) => dataGapLine(gap, today));
  }
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
