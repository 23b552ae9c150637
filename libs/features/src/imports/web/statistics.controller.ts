import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { importsPaths } from '../imports.paths.js';
import { presentStatistics, type StatisticsPage } from './statistics.presenter.js';

const LATEST = 25;

/** Where statisticians begin. */
@Controller()
export class StatisticsController {
  constructor(private readonly runs: ImportRunsQueries) {}

  @Get(importsPaths.hub)
  @Access('import.read', 'none')
  @Render('imports/web/views/statistics.njk')
  async show(@CurrentActor() actor: Actor): Promise<StatisticsPage> {
    return presentStatistics(await this.runs.latest(actor, LATEST));
  }
}
