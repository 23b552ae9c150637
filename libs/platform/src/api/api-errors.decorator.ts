import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemResponse } from './attribution.response.js';

/** The errors that a request may be answered with, in the description of the API. */
export function ApiErrors(...statuses: number[]): MethodDecorator & ClassDecorator {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemResponse) } } };
  return applyDecorators(
    ApiExtraModels(ProblemResponse),
    ...statuses.map((status) => ApiResponse({ status, description: DESCRIPTIONS[status] ?? 'Refused', content })),
  );
}

const DESCRIPTIONS: Record<number, string> = {
  400: 'A parameter of the address is unknown or may not be so, and `reasons` name it; or the body is no JSON, or no form',
  401: 'The token is missing, unknown, expired or revoked; `WWW-Authenticate` says which',
  403: 'The token’s scopes, or its person’s role, do not cover this',
  404: 'There is none by this name',
  409: 'It has changed or moved on meanwhile; or the Idempotency-Key stands for something else, or its first request is still on its way',
  413: 'The file, or the body, is too large',
  415: 'The body is of a type that is not taken',
  422: 'Something that was sent may not be; `reasons` say what and why, each with its field',
};
