import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { dataPaths } from '../data.paths.js';
import { DownloadSizes } from '../download-sizes.service.js';
import { DownloadsQueries } from '../downloads.queries.js';
import { OPEN_LISTS } from '../open-list.js';
import { type DataPage, dataPage } from './data-page.presenter.js';
import { SizedFiles } from './sized-files.service.js';

/** Milliseconds that the page waits for sizes that nobody has counted yet: most are known, and what is not is told next time. */
const PATIENCE_MS = 1_000;

/** Everything that can be taken away, on one page. */
@Controller()
export class DataPageController {
  private knowsSizes = false;

  constructor(
    private readonly downloads: DownloadsQueries,
    private readonly files: SizedFiles,
    private readonly sizes: DownloadSizes,
    private readonly cache: PageCache,
  ) {}

  @Get(dataPaths.list)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    // a page without its sizes is kept for nobody
    if (!this.knowsSizes) await this.page();
    await this.cache.send(request, response, { view: 'open-data/web/views/data.njk', model: () => this.page(), isOwn: !this.knowsSizes });
  }

  private async page(): Promise<DataPage> {
    const [verdicts, metrics, releases] = [await this.downloads.verdicts(), await this.downloads.metrics(), await this.downloads.releases()];
    const downloads = { verdicts, metrics, releases, lists: OPEN_LISTS };
    this.knowsSizes = await this.sizes.count(this.files.of(downloads), PATIENCE_MS);
    return dataPage(downloads, (address) => this.sizes.of(address));
  }
}
