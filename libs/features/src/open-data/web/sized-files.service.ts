import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { VERDICTS } from '#features/judgements/verdict-list.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { OBSERVATION_COLUMNS, observationRows } from '#features/observations/observations-csv.js';
import { PublishedObservationsQueries } from '#features/observations/published-observations.queries.js';
import { ATTRIBUTION } from '#platform/api/attribution.response.js';
import { Clock } from '#platform/clock/clock.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { dataPaths } from '../data.paths.js';
import { type SizedFile } from '../download-sizes.service.js';
import { DownloadsQueries } from '../downloads.queries.js';
import { rowsOf, TableReader } from '../list-reading.js';
import { LIST_STAMP, type ListSource, type OpenList } from '../open-list.js';
import { tableOf } from '../open-table.js';
import { type Downloads } from './data-page.presenter.js';

const NOTHING_ASKED = { params: {}, filters: {} };

/** The files of the page of downloads, each as its own address makes it. */
@Injectable()
export class SizedFiles {
  constructor(
    private readonly modules: ModuleRef,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly downloads: DownloadsQueries,
    private readonly observations: PublishedObservationsQueries,
  ) {}

  of({ verdicts, metrics, releases, lists }: Downloads): SizedFile[] {
    return [
      { ...this.ofList(VERDICTS), address: dataPaths.verdicts, stamp: `${verdicts.rows} ${verdicts.updated?.getTime() ?? 0}` },
      ...metrics.map((metric) => ({
        address: metricsPaths.observationsCsv(metric.slug),
        stamp: `${metric.releases} ${metric.rows} ${metric.updated.getTime()}`,
        columns: OBSERVATION_COLUMNS,
        rows: () => observationRows(metric, this.observations.batches({ metricId: metric.id })),
      })),
      ...releases.map(({ id }) => ({ address: dataPaths.release(id), stamp: 'as imported', columns: OBSERVATION_COLUMNS, rows: () => this.rowsOfRelease(id) })),
      ...lists.filter(({ path }) => !path.includes(':')).map((list) => this.ofList(list)),
    ];
  }

  private ofList(list: OpenList): SizedFile {
    const { url, columns } = tableOf(list, {}, list.attribution ?? ATTRIBUTION);
    return { address: url, stamp: LIST_STAMP, columns: columns.map(({ name }) => name), rows: () => rowsOf(list, this.sourceOf(list), NOTHING_ASKED) };
  }

  private sourceOf(list: OpenList): ListSource {
    if (typeof list.source === 'function') return this.modules.get(list.source, { strict: false });
    return new TableReader(this.dataSource, this.clock, { ...list, source: list.source });
  }

  private async *rowsOfRelease(releaseId: number): AsyncGenerator<CsvCell[][]> {
    for (const metric of await this.downloads.metricsOf(releaseId)) yield* observationRows(metric, this.observations.batches({ metricId: metric.id, releaseId }));
  }
}
