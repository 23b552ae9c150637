import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { RECOMMENDATION_SOURCES, RECOMMENDATION_STATES } from '#domain/recommendations/recommendation-status.js';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { Clock } from '#platform/clock/clock.js';
import { RecommendationsQueries } from '../recommendations.queries.js';
import { recommendationResponse, RecommendationsResponse } from './recommendation.response.js';

class RecommendationsApiQuery extends PageQuery {
  @ApiPropertyOptional({ enum: Object.keys(RECOMMENDATION_STATES) })
  @IsOptional() @IsIn(Object.keys(RECOMMENDATION_STATES), { message: `state must be one of ${Object.keys(RECOMMENDATION_STATES).join(', ')}` })
  state?: string;

  @ApiPropertyOptional({ enum: Object.keys(RECOMMENDATION_SOURCES) })
  @IsOptional() @IsIn(Object.keys(RECOMMENDATION_SOURCES), { message: `source must be one of ${Object.keys(RECOMMENDATION_SOURCES).join(', ')}` })
  source?: string;

  @ApiPropertyOptional({ description: 'Slug of the department or body that is to answer' })
  @IsOptional() @IsString() @MaxLength(200)
  addressee?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional() @IsIn(['true', 'false'], { message: 'overdue must be true or false' })
  overdue?: 'true' | 'false';
}

@ApiTags('recommendations')
@Controller('api/v1/recommendations')
export class RecommendationsApiController {
  constructor(
    private readonly recommendations: RecommendationsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Recommendations of the council by reference, with their answers and what became of them' })
  @ApiOkResponse({ type: RecommendationsResponse })
  @ApiErrors(422)
  async list(@Query() { limit, cursor, state, source, addressee, overdue }: RecommendationsApiQuery): Promise<RecommendationsResponse> {
    const [after] = keyOfCursor(cursor, ['text']) ?? [];
    const today = this.clock.today();
    const asked = (await this.recommendations.all())
      .map((row) => recommendationResponse(row, today))
      .filter((row) => (state ?? row.state) === row.state && (source ?? row.source) === row.source && (addressee ?? row.addressee) === row.addressee && (overdue ?? String(row.overdue)) === String(row.overdue))
      .sort((a, b) => (a.reference < b.reference ? -1 : 1));
    const { items, nextCursor } = pageOf(asked.filter(({ reference }) => after === undefined || reference > after), limit, ({ reference }) => [reference]);
    return Object.assign(new RecommendationsResponse(), { nextCursor, items });
  }
}
