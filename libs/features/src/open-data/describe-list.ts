import { type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { AttributionResponse, ListResponse } from '#platform/api/attribution.response.js';
import { LARGEST_PAGE, USUAL_PAGE } from '#platform/api/page-query.js';
import { CSVW_MEDIA_TYPE } from '#platform/csv/csvw.js';
import { exampleOf } from './list-example.js';
import { idParamOf, type OpenFilter, type OpenList } from './open-list.js';
import { shapeOf } from './open-shape.js';

/** Says in the description of the API what the routes of a list take and answer, with an example. */
export function describeList(controller: Type<object>, list: OpenList): void {
  const name = list.item.name.replace(/Response$/, '');
  const page = shapeOf(`${name}PageResponse`, { items: { type: [list.item] as never, description: list.description } }, ListResponse);
  const one = list.whole ?? shapeOf(`${name}ItemResponse`, { attribution: { type: AttributionResponse } }, list.item);
  ApiTags(list.tag)(controller);
  ApiExtraModels(list.item, page, one)(controller);
  const params = [...list.path.matchAll(/:(\w+)/g)].map(([, param = '']) => param);

  decorate(controller, 'list', [
    ApiOperation({ summary: list.title, description: list.description }),
    ...params.map((param) => ApiParam({ name: param, type: String })),
    ...PAGING, ...(list.filters ?? []).map(queryOf),
    ApiOkResponse({ content: { 'application/json': { schema: { $ref: getSchemaPath(page) }, example: exampleOf(page) } } }),
    ApiErrors(400, ...(params.length > 0 ? [404] : [])),
  ]);
  decorate(controller, 'download', [
    ApiOperation({ summary: `${list.title}, as one CSV file` }), ApiProduces('text/csv'),
    ...params.map((param) => ApiParam({ name: param, type: String })),
    ...(list.filters ?? []).map(queryOf),
    ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } }),
    ApiErrors(400, ...(params.length > 0 ? [404] : [])),
  ]);
  decorate(controller, 'describe', [
    ApiOperation({ summary: `${list.title}: what the columns of the CSV file hold (CSVW)` }), ApiProduces(CSVW_MEDIA_TYPE),
    ...params.map((param) => ApiParam({ name: param, type: String })),
    ApiOkResponse({ content: { [CSVW_MEDIA_TYPE]: { schema: { type: 'object', additionalProperties: true } } } }),
    ApiErrors(400, ...(params.length > 0 ? [404] : [])),
  ]);
  if (list.id === null) return;
  decorate(controller, 'show', [
    ApiOperation({ summary: `${list.title}: one of them` }),
    ...[...params, idParamOf(list)].map((param) => ApiParam({ name: param, type: String })),
    ApiOkResponse({ content: { 'application/json': { schema: { $ref: getSchemaPath(one) }, example: exampleOf(one) } } }),
    ApiErrors(400, 404),
  ]);
}

const PAGING = [
  ApiQuery({ name: 'limit', required: false, description: 'Most items to answer with', schema: { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE } }),
  ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the answer before; nothing for the first page', schema: { type: 'string' } }),
];

function queryOf({ name, kind, description, example }: OpenFilter): MethodDecorator {
  const schema = typeof kind !== 'string' ? { type: 'string' as const, enum: [...kind] } : SCHEMAS[kind];
  return ApiQuery({ name, required: false, description, schema, ...(example === undefined ? {} : { example }) });
}

const SCHEMAS = {
  text: { type: 'string' as const },
  day: { type: 'string' as const, format: 'date' },
  whole: { type: 'integer' as const, minimum: 1 },
  flag: { type: 'boolean' as const },
};

function decorate(controller: Type<object>, name: string, decorators: (MethodDecorator | (MethodDecorator & ClassDecorator))[]): void {
  const prototype = controller.prototype as object;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (!descriptor) throw new Error(`There is no route ${name}`);
  for (const each of decorators) each(prototype, name, descriptor);
}
