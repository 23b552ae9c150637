import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { type Area } from '#features/areas/area.entity.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { OBSERVATION_COLUMNS, OBSERVATION_TABLE, observationRow } from '#features/observations/observations-csv.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { placesPaths } from '../places.paths.js';
import { PlacesQueries } from '../places.queries.js';
import { placesWords } from '../places.words.js';
import { territoryCodes } from './territory-codes.js';

const words = placesWords.csv;

/** All figures of a place as one file, and what its columns mean. */
@Controller()
export class PlaceFiguresController {
  constructor(
    private readonly areas: AreasQueries,
    private readonly metrics: MetricsQueries,
    private readonly places: PlacesQueries,
  ) {}

  @Get(placesPaths.figuresCsv(':code'))
  @Access('public.read', 'none')
  async download(@Param('code') code: string, @Res() response: Response): Promise<void> {
    await this.area(code);
    const [metrics, cells] = await Promise.all([this.metrics.all(), this.places.cells(territoryCodes(code))]);
    const byId = new Map(metrics.map((metric) => [metric.id, metric]));
    const rows = cells.flatMap((cell) => {
      const metric = byId.get(cell.metricId);
      return metric ? [observationRow(metric, cell)] : [];
    });
    await sendCsv(response, { name: `${code}.csv`, columns: OBSERVATION_COLUMNS, describedBy: placesPaths.figuresCsv(code) }, once(rows));
  }

  @Get(placesPaths.figuresMetadata(':code'))
  @Access('public.read', 'none')
  async metadata(@Param('code') code: string, @Res() response: Response): Promise<void> {
    const { name } = await this.area(code);
    const [metrics, cells] = await Promise.all([this.metrics.all(), this.places.cells(territoryCodes(code))]);
    const here = metrics.filter(({ id }) => cells.some(({ metricId }) => metricId === id));
    const licences = [...new Set(here.map(({ source }) => source.licence))];
    sendCsvw(response, {
      url: placesPaths.figuresCsv(code),
      title: words.title(name, code),
      description: words.description,
      licence: licences.length === 0 ? 'Open Government Licence v3.0' : licences.join('; '),
      publisher: [...new Set(here.map(({ source }) => source.publisher))].join('; ') || words.publisher,
      modified: cells.map(({ release }) => release.publishedOn ?? '').sort().at(-1) || undefined,
      columns: OBSERVATION_TABLE,
      primaryKey: ['metric', 'period_start', 'period_end'],
    });
  }

  private async area(code: string): Promise<Area> {
    const area = await this.areas.shown(code);
    if (!area) throw ApplicationError.notFound('That place');
    return area;
  }
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
