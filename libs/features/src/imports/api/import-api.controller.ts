import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { rejectColumns, rejectRows } from '../import-rejects.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { importRunResponse, ImportRunResponse } from './import-run.response.js';

@ApiTags('imports')
@ApiBearerAuth()
@Controller('api/v1/imports')
export class ImportApiController {
  constructor(private readonly runs: ImportRunsQueries) {}

  @Get(':id')
  @Access('import.read', 'none')
  @ApiOperation({ summary: 'An upload: its state, how far it is, what was found', description: 'Scope `imports.read` or `imports.write`.' })
  @ApiOkResponse({ type: ImportRunResponse })
  @ApiErrors(401, 403, 404)
  async show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ImportRunResponse> {
    return importRunResponse(await this.runs.byId(actor, id));
  }

  @Get(':id/rejects.csv')
  @Access('import.read', 'none')
  @ApiOperation({ summary: 'The rows of an upload that were rejected, each with its reason' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiErrors(401, 403, 404)
  async rejects(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const run = await this.runs.byId(actor, id);
    const sending = sendCsv(response, { name: `${run.reference}-rejects.csv`, columns: rejectColumns(run) }, rejectRows(run));
    // its headers are set and not sent yet: rows of a release under embargo are for nobody's store
    response.set('Cache-Control', 'private, no-store');
    await sending;
  }
}
