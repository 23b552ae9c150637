import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { DATA_GAP_KINDS } from '#domain/data-gaps/data-gap-kind.js';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { Clock } from '#platform/clock/clock.js';
import { dataGapLine, matchesFilter } from '../data-gap-line.js';
import { DataGapsQueries } from '../data-gaps.queries.js';
import { dataGapResponse, DataGapsResponse } from './data-gap.response.js';

class DataGapsApiQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Slugs of framework and mission', example: 'levelling-up-2022/health' })
  @IsOptional() @IsString() @MaxLength(200)
  mission?: string;

  @ApiPropertyOptional({ enum: Object.keys(DATA_GAP_KINDS) })
  @IsOptional() @IsIn(Object.keys(DATA_GAP_KINDS), { message: `kind must be one of ${Object.keys(DATA_GAP_KINDS).join(', ')}` })
  kind?: string;

  @ApiPropertyOptional({ description: 'Slug of the organisation that has to close it' })
  @IsOptional() @IsString() @MaxLength(200)
  owner?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional() @IsIn(['true', 'false'], { message: 'overdue must be true or false' })
  overdue?: 'true' | 'false';
}

@ApiTags('data gaps')
@Controller('api/v1/data-gaps')
export class DataGapsApiController {
  constructor(
    private readonly gaps: DataGapsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Data gaps by reference: what the figures lack, whose it is to mend, how and by when' })
  @ApiOkResponse({ type: DataGapsResponse })
  @ApiErrors(422)
  async list(@Query() { limit, cursor, overdue, ...filter }: DataGapsApiQuery): Promise<DataGapsResponse> {
    const [after] = keyOfCursor(cursor, ['text']) ?? [];
    const today = this.clock.today();
    const lines = (await this.gaps.all()).map((gap) => dataGapLine(gap, today)).sort((a, b) => (a.reference < b.reference ? -1 : 1));
    const asked = lines.filter((line) => matchesFilter(line, filter) && (overdue === undefined || line.overdue === (overdue === 'true')));
    const rest = asked.filter(({ reference }) => after === undefined || reference > after);
    const { items, nextCursor } = pageOf(rest, limit, ({ reference }) => [reference]);
    return Object.assign(new DataGapsResponse(), { nextCursor, items: items.map(dataGapResponse) });
  }
}
