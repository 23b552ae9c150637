import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { PublicReviewsQueries } from '../public-reviews.queries.js';
import { reviewResponse, ReviewsResponse } from './review.response.js';

@ApiTags('reviews')
@Controller('api/v1/reviews')
export class ReviewsApiController {
  constructor(private readonly reviews: PublicReviewsQueries) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'The council’s reviews: what waits, since when, and what was decided' })
  @ApiOkResponse({ type: ReviewsResponse })
  @ApiErrors(422)
  async list(@Query() query: PageQuery): Promise<ReviewsResponse> {
    const after = keyOfCursor(query.cursor, ['text', 'id']) as [string, number] | undefined;
    const found = await this.reviews.page(after, query.limit + 1);
    const { items, nextCursor } = pageOf(found, query.limit, ({ submission, versionNumber }) => [submission.reference, versionNumber]);
    return Object.assign(new ReviewsResponse(), { nextCursor, items: items.map(reviewResponse) });
  }
}
