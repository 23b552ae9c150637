import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { fundingPaths } from '../funding.paths.js';
import { PlaceMoneyQueries } from '../place-money.queries.js';
import { placeMoneyWords as words } from '../place-money.words.js';
import { PLACE_COLUMNS } from './award-columns.js';

/** The awards to a place as a file, and what its columns mean. */
@Controller()
export class PlaceMoneyController {
  constructor(
    private readonly areas: AreasQueries,
    private readonly money: PlaceMoneyQueries,
  ) {}

  @Get(fundingPaths.placeCsv(':code'))
  @Access('public.read', 'none')
  async csv(@Param('code') code: string, @Res() response: Response): Promise<void> {
    await this.nameOf(code);
    const { awards } = await this.money.of(code);
    const rows = awards.map(({ fund, fundTitle, awarded, place, council, year, rdel, cdel, total }) => [fund, fundTitle, awarded, place, council, year, rdel, cdel, total]);
    await sendCsv(response, { name: `${code}-money.csv`, columns: PLACE_COLUMNS.map(({ name }) => name), describedBy: fundingPaths.placeCsv(code) }, once(rows));
  }

  @Get(fundingPaths.placeMetadata(':code'))
  @Access('public.read', 'none')
  async metadata(@Param('code') code: string, @Res() response: Response): Promise<void> {
    const { title, description } = words.file;
    sendCsvw(response, { url: fundingPaths.placeCsv(code), title: title(await this.nameOf(code), code), description, licence: 'Open Government Licence v3.0', publisher: 'Waymark', columns: PLACE_COLUMNS });
  }

  /** @throws ApplicationError where there is no such place */
  private async nameOf(code: string): Promise<string> {
    const area = await this.areas.shown(code);
    if (!area) throw ApplicationError.notFound('That place');
    return area.name;
  }
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
