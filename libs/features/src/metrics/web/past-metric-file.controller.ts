import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { OBSERVATION_COLUMNS, observationRows, observationsFile } from '#features/observations/observations-csv.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { longDate } from '#platform/pages/dates.js';
import { metricPageWords } from '../metric-page.words.js';
import { metricsPaths } from '../metrics.paths.js';
import { PastMetricService } from './past-metric.service.js';

/** The figures of a metric as they stood at the end of a day, for the pages of that day. */
@Controller()
export class PastMetricFileController {
  constructor(
    private readonly pages: PastMetricService,
    private readonly observations: PublishedObservationsQueries,
  ) {}

  @Get(metricsPaths.pastObservationsCsv(':slug', ':day'))
  @Access('public.read', 'none')
  async download(@Param('slug') slug: string, @Param('day') text: string, @Res() response: Response): Promise<void> {
    const { metric, day } = await this.pages.file(slug, text);
    const rows = observationRows(metric, this.observations.batches({ metricId: metric.id, at: day.until }));
    await sendCsv(response, { name: `${slug}-${day.on}.csv`, columns: OBSERVATION_COLUMNS, describedBy: metricsPaths.pastObservationsCsv(slug, day.on) }, rows);
  }

  @Get(csvwPath(metricsPaths.pastObservationsCsv(':slug', ':day')))
  @Access('public.read', 'none')
  async describe(@Param('slug') slug: string, @Param('day') text: string, @Res() response: Response): Promise<void> {
    const { metric, day, releases } = await this.pages.file(slug, text);
    sendCsvw(response, observationsFile({ url: metricsPaths.pastObservationsCsv(slug, day.on), title: metricPageWords.onDay(metric.name, longDate(day.on)), metric, releases }));
  }
}
