import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { Clock } from '#platform/clock/clock.js';
import { PublicReturnsQueries } from '../public-returns.queries.js';
import { returnResponse, ReturnsResponse } from './return.response.js';

@ApiTags('returns')
@Controller('api/v1/returns')
export class ReturnsApiController {
  constructor(
    private readonly returns: PublicReturnsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Evidence returns and delivery plans by reference: what is owed, what is overdue, and the words of those accepted' })
  @ApiOkResponse({ type: ReturnsResponse })
  @ApiErrors(422)
  async list(@Query() query: PageQuery): Promise<ReturnsResponse> {
    const [after] = keyOfCursor(query.cursor, ['text']) ?? [];
    const found = await this.returns.page({ ...(after === undefined ? {} : { after: String(after) }), limit: query.limit + 1, today: this.clock.today() });
    const { items, nextCursor } = pageOf(found, query.limit, ({ reference }) => [reference]);
    return Object.assign(new ReturnsResponse(), { nextCursor, items: items.map(returnResponse) });
  }
}
