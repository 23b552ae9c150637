import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { InquiriesQueries } from '../inquiries.queries.js';
import { InquiriesResponse, inquiryResponse } from './inquiry.response.js';

@ApiTags('inquiries')
@Controller('api/v1/inquiries')
export class InquiriesApiController {
  constructor(private readonly inquiries: InquiriesQueries) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Inquiries of the council by reference; findings once they are published' })
  @ApiOkResponse({ type: InquiriesResponse })
  @ApiErrors(422)
  async list(@Query() { limit, cursor }: PageQuery): Promise<InquiriesResponse> {
    const [after] = keyOfCursor(cursor, ['text']) ?? [];
    const sorted = (await this.inquiries.all()).sort((a, b) => (a.reference < b.reference ? -1 : 1));
    const { items, nextCursor } = pageOf(sorted.filter(({ reference }) => after === undefined || reference > after), limit, ({ reference }) => [reference]);
    const texts = await this.inquiries.publishedTexts(items);
    return Object.assign(new InquiriesResponse(), { nextCursor, items: items.map((inquiry) => inquiryResponse(inquiry, texts.get(inquiry.id) ?? null)) });
  }
}
