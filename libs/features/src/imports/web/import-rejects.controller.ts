import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { importsPaths } from '../imports.paths.js';
import { sendRejects } from '../import-rejects.js';

@Controller()
export class ImportRejectsController {
  constructor(private readonly runs: ImportRunsQueries) {}

  @Get(importsPaths.rejects(':id'))
  @Access('import.read', 'IMPORT_READ', 'service')
  async download(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    sendRejects(response, await this.runs.read(actor, id));
  }
}
