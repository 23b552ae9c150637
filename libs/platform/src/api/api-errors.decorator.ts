import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemResponse } from './attribution.response.js';

/** The errors that a read may answer with, in the description of the API. */
export function ApiErrors(...statuses: number[]): MethodDecorator & ClassDecorator {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemResponse) } } };
  return applyDecorators(
    ApiExtraModels(ProblemResponse),
    ...statuses.map((status) => ApiResponse({ status, description: DESCRIPTIONS[status] ?? 'Refused', content })),
  );
}

const DESCRIPTIONS: Record<number, string> = { 404: 'There is none by this name', 422: 'A parameter is not understood; `reasons` say which' };
