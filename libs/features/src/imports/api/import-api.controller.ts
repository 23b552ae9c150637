import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { sendRejects } from '../import-rejects.js';
import { ImportRunsQueries } from '../import-runs.queries.js';
import { importRunResponse, ImportRunResponse } from './import-run.response.js';

@ApiTags('imports')
@ApiBearerAuth()
@Controller('api/v1/imports')
export class ImportApiController {
  constructor(private readonly runs: ImportRunsQueries) {}

  @Get(':id')
  @Access('import.read', 'IMPORT_READ', 'service')
  @ApiOperation({ summary: 'An upload: its state, how far it is, what was found', description: 'Scope `imports.read` or `imports.write`.' })
  @ApiOkResponse({ type: ImportRunResponse })
  @ApiErrors(401, 403, 404)
  async show(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<ImportRunResponse> {
    return importRunResponse(await this.runs.read(actor, id));
  }

  @Get(':id/rejects.csv')
  @Access('import.read', 'IMPORT_READ', 'service')
  @ApiOperation({ summary: 'The rows of an upload that were rejected, each with its reason' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiErrors(401, 403, 404)
  async rejects(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    sendRejects(response, await this.runs.read(actor, id));
  }
}
