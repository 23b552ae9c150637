import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { OPEN_CACHING, strongTag, takesGzip } from '#platform/api/open-answer.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { mapsPaths } from '../maps.paths.js';
import { mapsWords as words } from '../maps.words.js';
import { MAP_COLUMNS, MAP_TABLE, mapPage, mapRows, pictureAlone } from './map-page.presenter.js';
import { MetricMapService } from './metric-map.service.js';

const compress = promisify(gzip);

/** The map of a metric: page, picture and file. */
@Controller()
export class MapsController {
  constructor(
    private readonly cache: PageCache,
    private readonly maps: MetricMapService,
  ) {}

  @Get(mapsPaths.map(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'maps/web/views/map.njk', model: async () => mapPage(await this.maps.of(slug)) });
  }

  @Get(mapsPaths.picture(':slug'))
  @Access('public.read', 'none')
  async picture(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const svg = pictureAlone(await this.maps.of(slug));
    const zips = takesGzip(request);
    response.set({ 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': OPEN_CACHING, Vary: 'Accept-Encoding', ETag: strongTag(createHash('sha256').update(svg).digest(), zips) });
    if (zips) response.set('Content-Encoding', 'gzip');
    response.send(zips ? await compress(svg) : Buffer.from(svg));
  }

  @Get(mapsPaths.csv(':slug'))
  @Access('public.read', 'none')
  async download(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const found = await this.maps.of(slug);
    await sendCsv(response, { name: `${found.metric.slug}-map.csv`, columns: MAP_COLUMNS, describedBy: mapsPaths.csv(found.metric.slug) }, once(mapRows(found)));
  }

  @Get(mapsPaths.metadata(':slug'))
  @Access('public.read', 'none')
  async metadata(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const { metric } = await this.maps.of(slug);
    sendCsvw(response, { url: mapsPaths.csv(metric.slug), title: words.title(metric.name), description: words.file, licence: metric.source.licence, publisher: metric.source.publisher, columns: MAP_TABLE, primaryKey: ['area_code'] });
  }
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
