import { ApiQuery } from '@nestjs/swagger';
import { LARGEST_PAGE, USUAL_PAGE } from '#platform/api/page-query.js';
import { type ParameterKind } from '#platform/api/strict-query.js';

/** What narrows the figures of a metric. */
export const OBSERVATION_FILTERS = {
  area: 'text',
  from: 'day',
  to: 'day',
  period: 'text',
  release: 'whole',
} as const satisfies Record<string, ParameterKind>;

export const PAGING = { limit: 'text', cursor: 'text' } as const satisfies Record<string, ParameterKind>;

export const describeFilters: MethodDecorator[] = [
  ApiQuery({ name: 'area', required: false, description: 'Codes of areas, separated by commas', example: 'E92000001,W92000004', schema: { type: 'string' } }),
  ApiQuery({ name: 'from', required: false, description: 'First day on which a period may begin', schema: { type: 'string', format: 'date' } }),
  ApiQuery({ name: 'to', required: false, description: 'Last day on which a period may begin', schema: { type: 'string', format: 'date' } }),
  ApiQuery({ name: 'period', required: false, description: 'One period: its first day and length, or a day alone for a snapshot', example: '2018-09-01/P1Y', schema: { type: 'string' } }),
  ApiQuery({ name: 'release', required: false, description: 'Only the figures of this release; else of each cell the newest', schema: { type: 'integer', minimum: 1 } }),
];

export const describePaging: MethodDecorator[] = [
  ApiQuery({ name: 'limit', required: false, description: 'Most items to answer with', schema: { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE } }),
  ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the answer before; nothing for the first page', schema: { type: 'string' } }),
];
