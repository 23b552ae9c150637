import { Controller, Get, Param, Query, Render, Req } from '@nestjs/common';
import { type Request } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { importsPaths } from '../imports.paths.js';
import { type ImportPage, presentImport } from './import.presenter.js';

@Controller()
export class ShowImportController {
  constructor(
    private readonly runs: ImportRunsQueries,
    private readonly metrics: MetricsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(importsPaths.show(':id'))
  @Access('import.read', 'IMPORT_READ', 'service')
  @Render('imports/web/views/show.njk')
  async show(@Param('id') id: string, @Query('watch') watch: unknown, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ImportPage> {
    const run = await this.runs.read(actor, id);
    const form = takeFormState(request, { acceptRejects: '', confirmUnit: '', confirmDirection: '' });
    return presentImport(run, { actor, form, metrics: await this.metrics.all(), watched: watch !== 'off', now: this.clock.now() });
  }
}
