import { type Type } from '@nestjs/common';
import { ATTRIBUTION, AttributionResponse } from '#platform/api/attribution.response.js';
import { describedProperty, propertiesOf } from './open-shape.js';

interface Schema {
  type?: unknown;
  format?: string;
  example?: unknown;
  enum?: unknown;
  isArray?: boolean;
  nullable?: boolean;
  required?: boolean | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

const BY_FORMAT: Record<string, string> = { date: '2026-06-30', 'date-time': '2026-06-30T08:30:00.000Z', uri: 'https://www.gov.uk/', 'uri-reference': '/missions' };

/** An answer of a shape, from the examples of its fields; where a field has none, a value of its type. */
export function exampleOf(shape: Type<object>): Record<string, unknown> {
  const fields = propertiesOf(shape).map((name) => [name, describedProperty(shape, name) as Schema] as const);
  return Object.fromEntries(fields.filter(([, { required }]) => required !== false).map(([name, schema]) => [name, valueOf(schema)]));
}

function valueOf(schema: Schema): unknown {
  const { type, example, isArray = false, nullable = false, format = '' } = schema;
  if (example !== undefined) return example;
  if (type === AttributionResponse) return ATTRIBUTION;
  if (isArray) return [valueOf({ ...schema, isArray: false })];
  if (type === 'array') return schema.items ? [valueOf(schema.items)] : [];
  if (nullable) return null;
  const [word] = wordsOf(schema.enum);
  if (word !== undefined) return word;
  if (format in BY_FORMAT) return BY_FORMAT[format];
  if (type === String || type === 'string') return 'Text';
  if (type === Number || type === 'number' || type === 'integer') return 1;
  if (type === Boolean || type === 'boolean') return false;
  if (type === 'object' || typeof type !== 'function') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valueOf(inner)]));
  return exampleOf(type as Type<object>);
}

function wordsOf(given: unknown): string[] {
  if (Array.isArray(given)) return given as string[];
  return typeof given === 'object' && given !== null ? Object.values(given as Record<string, string>) : [];
}
