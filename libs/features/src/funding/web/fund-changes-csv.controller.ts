import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { headerOf, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { fundingPaths } from '../funding.paths.js';
import { FundingQueries, type ShownFund } from '../funding.queries.js';
import { placeChangesWords as words } from '../place-changes.words.js';
import { fundedAreas } from './funded-areas.js';
import { FundChanges } from './fund-changes.service.js';
import { PLACE_CHANGE_COLUMNS, placeChangeRows } from './place-changes.presenter.js';
import { PlaceChanges } from './place-changes.service.js';

/** The change at each place that could get some of a fund, as a file. */
@Controller()
export class FundChangesCsvController {
  constructor(
    private readonly funding: FundingQueries,
    private readonly changes: FundChanges,
    private readonly places: PlaceChanges,
  ) {}

  @Get(fundingPaths.changesCsv(':slug'))
  @Access('public.read', 'none')
  async csv(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const fund = await this.fund(slug);
    const [awards, eligible, missions] = await Promise.all([this.funding.awards(fund.id), this.funding.eligible(fund), this.changes.missions(fund)]);
    const rows = placeChangeRows(await this.places.of(missions, fundedAreas(awards, eligible)));
    await sendCsv(response, { name: `${slug}-changes.csv`, columns: headerOf(PLACE_CHANGE_COLUMNS), describedBy: fundingPaths.changesCsv(slug) }, once(rows));
  }

  @Get(fundingPaths.changesMetadata(':slug'))
  @Access('public.read', 'none')
  async metadata(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const { title } = await this.fund(slug);
    sendCsvw(response, { url: fundingPaths.changesCsv(slug), title: words.file.title(title), description: words.file.description, licence: 'Open Government Licence v3.0', publisher: 'Waymark', columns: PLACE_CHANGE_COLUMNS, primaryKey: ['metric', 'area_code'] });
  }

  /** @throws ApplicationError where there is none */
  private async fund(slug: string): Promise<ShownFund> {
    const [fund] = await this.funding.funds(slug);
    if (!fund) throw ApplicationError.notFound('That fund');
    return fund;
  }
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
