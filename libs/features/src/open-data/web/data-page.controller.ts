import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { dataPaths } from '../data.paths.js';
import { DownloadsQueries } from '../downloads.queries.js';
import { OPEN_LISTS } from '../open-list.js';
import { dataPage } from './data-page.presenter.js';

/** Everything that can be taken away, on one page. */
@Controller()
export class DataPageController {
  constructor(
    private readonly downloads: DownloadsQueries,
    private readonly cache: PageCache,
  ) {}

  @Get(dataPaths.list)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, {
      view: 'open-data/web/views/data.njk',
      model: async () =>
        dataPage({ verdicts: await this.downloads.verdicts(), metrics: await this.downloads.metrics(), releases: await this.downloads.releases(), lists: OPEN_LISTS }),
    });
  }
}
