import { Controller, Get, Param, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Response } from 'express';
import { DataSource } from 'typeorm';
import { Access } from '#features/access/route-access.decorator.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { OBSERVATION_COLUMNS, observationRows, observationsFile } from '#features/observations/observations-csv.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, headerOf, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Metric } from '../metric.entity.js';
import { metricsPaths } from '../metrics.paths.js';
import { MetricsQueries } from '../metrics.queries.js';
import { AreaCellsQueries } from './area-cells.queries.js';
import { INPUT_TABLE, inputRows, inputsFile } from './verdict-inputs-csv.js';

/** Figures as files, each with its metadata beside it. */
@Controller()
export class MetricFilesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: MetricsQueries,
    private readonly observations: PublishedObservationsQueries,
    private readonly cells: AreaCellsQueries,
    private readonly releases: ReleasesQueries,
  ) {}

  @Get(metricsPaths.observationsCsv(':slug'))
  @Access('public.read', 'none')
  async download(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const metric = await this.metricOf(slug);
    const rows = observationRows(metric, this.observations.batches({ metricId: metric.id }));
    await sendCsv(response, { name: `${metric.slug}.csv`, columns: OBSERVATION_COLUMNS, describedBy: metricsPaths.observationsCsv(metric.slug) }, rows);
  }

  @Get(csvwPath(metricsPaths.observationsCsv(':slug')))
  @Access('public.read', 'none')
  async describe(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    const metric = await this.metricOf(slug);
    sendCsvw(response, observationsFile({ url: metricsPaths.observationsCsv(metric.slug), title: metric.name, metric, releases: await this.releases.ofMetric(metric.id) }));
  }

  @Get(metricsPaths.inputsCsv(':slug', ':judgement'))
  @Access('public.read', 'none')
  async inputs(@Param('slug') slug: string, @Param('judgement') id: string, @Res() response: Response): Promise<void> {
    const judgement = await this.verdictOf(slug, id);
    const describedBy = metricsPaths.inputsCsv(slug, judgement.id);
    const rows = inputRows(judgement.inputs, await this.metrics.all(), (keys) => this.cells.byKeys(keys));
    await sendCsv(response, { name: `${slug}-verdict-inputs.csv`, columns: headerOf(INPUT_TABLE), describedBy }, rows);
  }

  @Get(csvwPath(metricsPaths.inputsCsv(':slug', ':judgement')))
  @Access('public.read', 'none')
  async describeInputs(@Param('slug') slug: string, @Param('judgement') id: string, @Res() response: Response): Promise<void> {
    const [metric, judgement] = [await this.metricOf(slug), await this.verdictOf(slug, id)];
    sendCsvw(response, inputsFile({ url: metricsPaths.inputsCsv(slug, judgement.id), metric, judgement }));
  }

  private async metricOf(slug: string): Promise<Metric> {
    const metric = await this.metrics.bySlug(slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    return metric;
  }

  /** A computed judgement of a target on this metric, whichever came after it. */
  private async verdictOf(slug: string, id: string): Promise<Judgement> {
    const judgement = isUUID(id)
      ? await this.dataSource.getRepository(Judgement).findOneBy({ id, kind: 'computed', target: { metric: { slug } } })
      : null;
    if (!judgement) throw ApplicationError.notFound('That verdict');
    return judgement;
  }
}
