import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { Clock } from '#platform/clock/clock.js';
import { interimReviewLine } from '../interim-review-line.js';
import { InterimReviewsQueries } from '../interim-reviews.queries.js';
import { interimReviewResponse, InterimReviewsResponse } from './interim-review.response.js';

@ApiTags('missions')
@Controller('api/v1/interim-reviews')
export class InterimReviewsApiController {
  constructor(
    private readonly reviews: InterimReviewsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Interim reviews by reference: which interim targets were met or missed, and what the council recommends' })
  @ApiOkResponse({ type: InterimReviewsResponse })
  @ApiErrors(422)
  async list(@Query() { limit, cursor }: PageQuery): Promise<InterimReviewsResponse> {
    const [after] = keyOfCursor(cursor, ['text']) ?? [];
    const now = this.clock.now();
    const lines = (await this.reviews.all()).map((review) => interimReviewLine(review, now)).sort((a, b) => (a.reference < b.reference ? -1 : 1));
    const { items, nextCursor } = pageOf(lines.filter(({ reference }) => after === undefined || reference > after), limit, ({ reference }) => [reference]);
    return Object.assign(new InterimReviewsResponse(), { nextCursor, items: items.map(interimReviewResponse) });
  }
}
