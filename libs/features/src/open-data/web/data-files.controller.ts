import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DataSource } from 'typeorm';
import { VISITOR } from '#domain/access/permissions.js';
import { Access } from '#features/access/route-access.decorator.js';
import { VERDICTS } from '#features/judgements/verdict-list.js';
import { observationRows, OBSERVATION_COLUMNS } from '#features/observations/observations-csv.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { ReleaseAccess } from '#features/releases/release-access.service.js';
import { ATTRIBUTION } from '#platform/api/attribution.response.js';
import { strictQuery } from '#platform/api/strict-query.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell, sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { dataPaths } from '../data.paths.js';
import { DownloadsQueries, type ReleasedMetric } from '../downloads.queries.js';
import { rowsOf, TableReader } from '../list-reading.js';
import { tableOf } from '../open-table.js';
import { releaseTable } from '../release-table.js';

/** Whole files: every verdict, and each release as imported. One under embargo is not there, whoever asks. */
@Controller()
export class DataFilesController {
  private readonly verdicts: TableReader;

  constructor(
    dataSource: DataSource,
    clock: Clock,
    private readonly releases: ReleaseAccess,
    private readonly downloads: DownloadsQueries,
    private readonly observations: PublishedObservationsQueries,
  ) {
    this.verdicts = new TableReader(dataSource, clock, VERDICTS);
  }

  @Get(dataPaths.verdicts)
  @Access('public.read', 'none')
  async verdictsFile(@Req() request: Request, @Res() response: Response): Promise<void> {
    strictQuery(request.query, {});
    const { columns } = tableOf(VERDICTS, {}, ATTRIBUTION);
    const rows = rowsOf(VERDICTS, this.verdicts, { params: {}, filters: {} });
    await sendCsv(response, { name: 'waymark-verdicts.csv', columns: columns.map(({ name }) => name), describedBy: dataPaths.verdicts }, rows);
  }

  @Get(csvwPath(dataPaths.verdicts))
  @Access('public.read', 'none')
  describeVerdicts(@Req() request: Request, @Res() response: Response): void {
    strictQuery(request.query, {});
    sendCsvw(response, { ...tableOf(VERDICTS, {}, ATTRIBUTION), url: dataPaths.verdicts });
  }

  @Get(dataPaths.release(':id'))
  @Access('public.read', 'none')
  async releaseFile(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    strictQuery(request.query, {});
    const release = await this.releases.find(VISITOR, id);
    const metrics = await this.downloads.metricsOf(release.id);
    await sendCsv(response, { name: `waymark-release-${release.id}.csv`, columns: OBSERVATION_COLUMNS, describedBy: dataPaths.release(release.id) }, this.cellsOf(release.id, metrics));
  }

  @Get(csvwPath(dataPaths.release(':id')))
  @Access('public.read', 'none')
  async describeRelease(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    strictQuery(request.query, {});
    const release = await this.releases.find(VISITOR, id);
    sendCsvw(response, releaseTable(release, await this.downloads.metricsOf(release.id)));
  }

  private async *cellsOf(releaseId: number, metrics: readonly ReleasedMetric[]): AsyncGenerator<CsvCell[][]> {
    for (const metric of metrics) yield* observationRows(metric, this.observations.batches({ metricId: metric.id, releaseId }));
  }
}
