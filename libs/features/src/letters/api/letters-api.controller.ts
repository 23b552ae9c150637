import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { keyOfCursor, PageQuery, pageOf } from '#platform/api/page-query.js';
import { Clock } from '#platform/clock/clock.js';
import { LettersQueries } from '../letters.queries.js';
import { letterResponse, LettersResponse } from './letter.response.js';

@ApiTags('letters')
@Controller('api/v1/letters')
export class LettersApiController {
  constructor(
    private readonly letters: LettersQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Published letters by reference, out and in' })
  @ApiOkResponse({ type: LettersResponse })
  @ApiErrors(422)
  async list(@Query() query: PageQuery): Promise<LettersResponse> {
    const [after] = keyOfCursor(query.cursor, ['text']) ?? [];
    const sorted = (await this.letters.published()).sort((left, right) => (left.letter.reference < right.letter.reference ? -1 : 1));
    const rest = sorted.filter(({ letter }) => after === undefined || letter.reference > after);
    const { items, nextCursor } = pageOf(rest, query.limit, ({ letter }) => [letter.reference]);
    const today = this.clock.today();
    return Object.assign(new LettersResponse(), { nextCursor, items: items.map((listed) => letterResponse(listed, today)) });
  }
}
