import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { AreasQueries } from '../areas.queries.js';
import { AreaResponse, areaResponse } from './area.response.js';

@ApiTags('areas')
@Controller('api/v1/areas')
export class AreasApiController {
  constructor(private readonly areas: AreasQueries) {}

  @Get(':code')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'A place by its code' })
  @ApiOkResponse({ type: AreaResponse })
  @ApiErrors(404)
  async show(@Param('code') code: string): Promise<AreaResponse> {
    const area = await this.areas.byCode(code);
    if (!area) throw ApplicationError.notFound('That area');
    return areaResponse(area);
  }
}
