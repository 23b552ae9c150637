import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { fundingPaths } from '../funding.paths.js';
import { fundingWords } from '../funding.words.js';
import { grantsRow } from '../place-money.presenter.js';
import { PlaceMoneyQueries } from '../place-money.queries.js';
import { placeMoneyWords } from '../place-money.words.js';
import { GRANTS_COLUMNS } from './award-columns.js';

const words = placeMoneyWords.grants;
const COLUMNS = GRANTS_COLUMNS.map(({ name }) => name);

/** Grants of councils: how many, and how much of their money is ring-fenced. */
@Controller()
export class ShowGrantsController {
  constructor(
    private readonly cache: PageCache,
    private readonly money: PlaceMoneyQueries,
  ) {}

  @Get(fundingPaths.grants)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'funding/web/views/grants.njk',
      model: async () => ({
        title: words.title, grantsWords: words, columns: COLUMNS,
        breadcrumbs: [{ text: fundingWords.list.title, href: fundingPaths.list }, { text: words.title }],
        grantsRows: (await this.money.grants()).map(grantsRow),
        csv: { href: fundingPaths.grantsCsv, text: words.csv }, metadata: { href: fundingPaths.grantsMetadata, text: placeMoneyWords.metadata },
      }),
    });
  }

  @Get(fundingPaths.grantsCsv)
  @Access('public.read', 'none')
  async csv(@Res() response: Response): Promise<void> {
    const rows = (await this.money.grants()).map(({ code, council, year, grants, ringFenced, total }) => [code, council, year, grants, ringFenced, total]);
    await sendCsv(response, { name: 'grants-of-councils.csv', columns: COLUMNS, describedBy: fundingPaths.grantsCsv }, once(rows));
  }

  @Get(fundingPaths.grantsMetadata)
  @Access('public.read', 'none')
  metadata(@Res() response: Response): void {
    sendCsvw(response, { url: fundingPaths.grantsCsv, ...words.file, licence: 'Open Government Licence v3.0', publisher: 'Waymark', columns: GRANTS_COLUMNS });
  }
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
