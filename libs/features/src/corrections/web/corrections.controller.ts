import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { metadataOf, type PublicTable, sendTable, shownTable } from '#platform/pages/public-table.js';
import { correctionsPaths } from '../corrections.paths.js';
import { CorrectionsQueries } from '../corrections.queries.js';
import { correctionsWords as words } from '../corrections.words.js';
import { correctionsTable } from './corrections.presenter.js';

/** The log of corrections, as a page and as a file. */
@Controller()
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsQueries,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(correctionsPaths.list)
  @Access('public.read', 'none')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const model = async (): Promise<object> => ({ title: words.title, words, table: shownTable(await this.table(), correctionsPaths.csv) });
    await this.cache.send(request, response, { view: 'corrections/web/views/list.njk', model });
  }

  @Get(correctionsPaths.csv)
  @Access('public.read', 'none')
  async csv(@Res() response: Response): Promise<void> {
    await sendTable(response, await this.table(), correctionsPaths.csv);
  }

  @Get(correctionsPaths.metadata)
  @Access('public.read', 'none')
  async describe(@Res() response: Response): Promise<void> {
    sendCsvw(response, metadataOf(await this.table(), correctionsPaths.csv, { title: words.title, modified: this.clock.today() }));
  }

  private async table(): Promise<PublicTable> {
    return correctionsTable(await this.corrections.all(this.clock.now()));
  }
}
