import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { frameworkResponse, FrameworksResponse } from './framework.response.js';

@ApiTags('frameworks')
@Controller('api/v1/frameworks')
export class FrameworksApiController {
  constructor(private readonly frameworks: FrameworksQueries) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Sets of missions, the latest first' })
  @ApiOkResponse({ type: FrameworksResponse })
  async list(): Promise<FrameworksResponse> {
    const all = await this.frameworks.all();
    return Object.assign(new FrameworksResponse(), { items: all.map(frameworkResponse) });
  }
}
