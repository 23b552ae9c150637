import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { FORECAST_COLUMNS, forecastRows, forecastsFile } from '#features/forecasts/forecast-csv.js';
import { ForecastsQueries } from '#features/forecasts/forecasts.queries.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { csvwPath, sendCsvw } from '#platform/csv/csvw.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { missionsPaths } from '../missions.paths.js';
import { type Target } from '../target.entity.js';
import { MissionPageQueries } from './mission-page.queries.js';

type Address = Record<'framework' | 'mission' | 'target', string>;

const FILE = missionsPaths.targetForecastsCsv(':framework', ':mission', ':target');
const LICENCE = 'Open Government Licence v3.0';

/** The forecasts of a target as a file. */
@Controller()
export class TargetForecastsCsvController {
  constructor(
    private readonly queries: MissionPageQueries,
    private readonly forecasts: ForecastsQueries,
  ) {}

  @Get(FILE)
  @Access('public.read', 'none')
  async download(@Param() address: Address, @Res() response: Response): Promise<void> {
    const target = await this.targetOf(address);
    const made = await this.forecasts.every(target.id);
    const file = { name: `${address.mission}-${target.slug}-forecasts.csv`, columns: FORECAST_COLUMNS, describedBy: addressOf(address) };
    await sendCsv(response, file, once(made.flatMap((forecast) => forecastRows(forecast, target.metric))));
  }

  @Get(csvwPath(FILE))
  @Access('public.read', 'none')
  async describe(@Param() address: Address, @Res() response: Response): Promise<void> {
    const target = await this.targetOf(address);
    const [latest] = await this.forecasts.every(target.id);
    sendCsvw(response, forecastsFile({ url: addressOf(address), target: target.title, licence: target.metric?.source.licence ?? LICENCE, modified: latest?.madeAt }));
  }

  /** @throws ApplicationError where there is no such target */
  private async targetOf({ framework, mission, target }: Address): Promise<Target> {
    const found = (await this.queries.bySlug(framework, mission))?.targets.find(({ slug }) => slug === target);
    if (!found) throw ApplicationError.notFound('A file of forecasts of that target');
    return found;
  }
}

function addressOf({ framework, mission, target }: Address): string {
  return missionsPaths.targetForecastsCsv(framework, mission, target);
}

async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
