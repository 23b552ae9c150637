import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { importsPaths } from '../imports.paths.js';
import { rejectColumns, rejectRows } from '../import-rejects.js';

@Controller()
export class ImportRejectsController {
  constructor(private readonly runs: ImportRunsQueries) {}

  @Get(importsPaths.rejects(':id'))
  @Access('import.read', 'none')
  async download(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const run = await this.runs.byId(actor, id);
    const sending = sendCsv(response, { name: `${run.reference}-rejects.csv`, columns: rejectColumns(run) }, rejectRows(run));
    // its headers are set and not sent yet: rows of a release under embargo are for nobody's store
    response.set('Cache-Control', 'private, no-store');
    await sending;
  }
}
