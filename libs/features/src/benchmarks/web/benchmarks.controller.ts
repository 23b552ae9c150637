import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { benchmarksPaths } from '../benchmarks.paths.js';
import { benchmarksWords as words } from '../benchmarks.words.js';
import { BENCHMARK_COLUMNS, BENCHMARK_TABLE, benchmarkRow } from './benchmark-csv.js';
import { BenchmarkPageService } from './benchmark-page.service.js';

/** A place beside places like it: all metrics, one metric, and that one as a file. */
@Controller()
export class BenchmarksController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: BenchmarkPageService,
  ) {}

  @Get(benchmarksPaths.place(':code'))
  @Access('public.read', 'none')
  async list(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'benchmarks/web/views/list.njk', model: () => this.pages.list(code) });
  }

  @Get(benchmarksPaths.metric(':code', ':metric'))
  @Access('public.read', 'none')
  async show(@Param('code') code: string, @Param('metric') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'benchmarks/web/views/show.njk', model: () => this.pages.metric(code, slug) });
  }

  @Get(benchmarksPaths.figuresCsv(':code', ':metric'))
  @Access('public.read', 'none')
  async download(@Param('code') code: string, @Param('metric') slug: string, @Res() response: Response): Promise<void> {
    const { place, metric, periods } = await this.pages.overTime(code, slug);
    const rows = periods.map((period) => benchmarkRow(place, metric, period));
    await sendCsv(response, { name: `${code}-${metric.slug}-benchmark.csv`, columns: BENCHMARK_COLUMNS, describedBy: benchmarksPaths.figuresCsv(code, metric.slug) }, once(rows));
  }

  @Get(benchmarksPaths.figuresMetadata(':code', ':metric'))
  @Access('public.read', 'none')
  async metadata(@Param('code') code: string, @Param('metric') slug: string, @Res() response: Response): Promise<void> {
    const { place, metric } = await this.pages.overTime(code, slug);
    sendCsvw(response, {
      url: benchmarksPaths.figuresCsv(code, metric.slug),
      title: words.metricTitle(metric.name, `${place.area.name} (${code})`),
      description: words.file.description,
      licence: metric.source.licence,
      publisher: words.file.publisher,
      columns: BENCHMARK_TABLE,
      primaryKey: ['metric', 'area_code', 'period_start', 'period_end'],
    });
  }
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
