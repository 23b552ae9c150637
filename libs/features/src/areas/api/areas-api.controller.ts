import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { whatBecameOf } from '#domain/areas/dead-code.js';
import { isYearOnly } from '#domain/areas/validity.js';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { AreasQueries } from '../areas.queries.js';
import { NEIGHBOUR_MODELS } from '../neighbour-set.entity.js';
import { AreaResponse, areaResponse } from './area.response.js';

@ApiTags('areas')
@Controller('api/v1/areas')
export class AreasApiController {
  constructor(
    private readonly areas: AreasQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'A place by its code, with its days, what became of it, what it lies in and what is like it' })
  @ApiOkResponse({ type: AreaResponse })
  @ApiErrors(404)
  async show(@Param('code') code: string): Promise<AreaResponse> {
    const area = await this.areas.shown(code);
    if (!area) throw ApplicationError.notFound('That area');
    const [current, successors, predecessors, parents, classes, ...neighbours] = await Promise.all([
      this.areas.currentOf(code),
      this.areas.successorsOf([code]),
      this.areas.predecessorsOf(code),
      this.areas.parentsOf(code),
      this.areas.classOf(code),
      ...NEIGHBOUR_MODELS.map((model) => this.areas.neighboursOf(code, model)),
    ]);
    const after = current.filter((each) => each.code !== code);
    const whatBecameOfIt = whatBecameOf({ ...area, endsInYear: isYearOnly(code, area.validToBy), current: after }, this.clock.today()) ?? null;
    return areaResponse({
      area, whatBecameOfIt, current, predecessors, parents, classes,
      successors: successors.get(code) ?? [],
      neighbours: neighbours.flatMap((list) => list ?? []),
    });
  }
}
