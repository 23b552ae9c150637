import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { ImportRunsService } from '../import-runs.service.js';
import { importsPaths } from '../imports.paths.js';
import { importsWords } from '../imports.words.js';

@Controller()
export class DiscardImportController {
  constructor(
    private readonly runs: ImportRunsService,
    private readonly queries: ImportRunsQueries,
  ) {}

  @Post(importsPaths.discard(':id'))
  @Access('observation.import', 'IMPORT_DISCARDED')
  async discard(@Param('id') id: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    const run = await this.queries.byId(actor, id);
    await this.runs.discard(actor, run.id);
    request.session.notice = { title: 'Success', text: importsWords.show.discard.done };
    response.redirect(303, importsPaths.hub);
  }
}
