import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { LARGEST_UPLOAD, tooLarge } from '#domain/imports/upload-faults.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { LayoutsService } from '#features/observations/layouts.service.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { TakesUpload } from '#platform/uploads/takes-upload.decorator.js';
import { ImportRunsService } from '../import-runs.service.js';
import { importsPaths } from '../imports.paths.js';
import { type NewImportPage, presentNewImport } from './new-import.presenter.js';
import { NewImportForm, optionsOf } from './new-import.form.js';

@Controller()
export class NewImportController {
  constructor(
    private readonly runs: ImportRunsService,
    private readonly layouts: LayoutsService,
    private readonly metrics: MetricsQueries,
  ) {}

  @Get(importsPaths.create)
  @Access('observation.import', 'none')
  @Render('imports/web/views/new.njk')
  async ask(@Req() request: Request): Promise<NewImportPage> {
    const stored = { day: '', month: '', year: '', time: '9:30am', metric: '', layout: '', period: '', provisional: '', wholeSeries: '' };
    return presentNewImport(takeFormState(request, stored), await this.metrics.all(), await this.layouts.known());
  }

  @Post(importsPaths.create)
  @Access('observation.import', 'IMPORT_UPLOADED')
  @TakesUpload({ field: 'file', mostBytes: LARGEST_UPLOAD, tooLarge: tooLarge() })
  async upload(@CurrentActor() actor: Actor, @Body() form: NewImportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const run = await this.runs.receive(actor, { file: request.upload, options: optionsOf(form), dryRun: true });
    response.redirect(303, importsPaths.show(run.id));
  }
}
