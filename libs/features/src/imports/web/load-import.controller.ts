import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { ImportRunsService } from '../import-runs.service.js';
import { importsPaths } from '../imports.paths.js';
import { importsWords } from '../imports.words.js';
import { LoadImportForm } from './load-import.form.js';

@Controller()
export class LoadImportController {
  constructor(
    private readonly runs: ImportRunsService,
    private readonly queries: ImportRunsQueries,
  ) {}

  @Post(importsPaths.load(':id'))
  @Access('observation.import', 'IMPORT_LOAD_ASKED')
  async load(@Param('id') id: string, @CurrentActor() actor: Actor, @Body() form: LoadImportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const run = await this.queries.byId(actor, id);
    const { acceptRejects, confirmUnit: unit, confirmDirection: direction } = form;
    await this.runs.load(actor, run.id, { acceptRejects: acceptRejects === 'yes', confirm: { unit, direction } });
    request.session.notice = { title: 'Success', text: importsWords.show.load.done };
    response.redirect(303, importsPaths.show(run.id));
  }
}
