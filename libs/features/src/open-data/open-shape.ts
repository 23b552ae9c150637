import 'reflect-metadata';
import { type Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { capitalised } from '#domain/judgements/figure-words.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwDatatype, SDMX } from '#platform/csv/csvw.js';

/** A field of an item: how the description of the API has it. */
export type OpenField = ApiPropertyOptions;

/** What of a property's description decides its column. */
interface Described {
  type?: unknown;
  format?: string;
  isArray?: boolean;
  enum?: unknown;
  nullable?: boolean;
  required?: boolean;
  description?: string;
}

/** A column and how its cell is read from an item. */
export type OpenColumn = CsvwColumn & { readonly cell: (item: Record<string, unknown>) => CsvCell };

type Facts = Partial<Record<'orNone', boolean>> & { example?: unknown; enum?: readonly string[] };

const scalar = (given: object) => (description: string, { orNone = false, enum: words, ...rest }: Facts = {}): OpenField =>
  ({ ...given, description, ...(orNone ? { nullable: true } : {}), ...(words ? { enum: [...words] } : {}), ...rest }) as OpenField;

/** The kinds of fields, each said in one line: a description, an example, and whether there may be none. */
export const field = {
  text: scalar({ type: String }),
  whole: scalar({ type: 'integer' }),
  number: scalar({ type: Number }),
  flag: scalar({ type: Boolean }),
  day: scalar({ type: String, format: 'date' }),
  instant: scalar({ type: String, format: 'date-time' }),
  address: scalar({ type: String, format: 'uri-reference' }),
  texts: scalar({ type: 'array', items: { type: 'string' } }),
  wholes: scalar({ type: 'array', items: { type: 'integer' } }),
  /** Something with fields of its own. It has no column in the file. */
  thing: (description: string, fields: Readonly<Record<string, OpenField>>): OpenField => ({ type: 'object', description, ...objectSchema(fields) }) as OpenField,
  /** Several of them. */
  things: (description: string, fields: Readonly<Record<string, OpenField>>): OpenField => ({ type: 'array', description, items: objectSchema(fields) }) as OpenField,
  /** Fields that differ from one to the next, by their kind. */
  free: (description: string, { orNone = false }: Facts = {}): OpenField => ({ type: 'object', additionalProperties: true, description, ...(orNone ? { nullable: true } : {}) }) as OpenField,
};

/** Makes the class of an answer from its fields, as decorators on a written one would. */
export function shapeOf(name: string, fields: Readonly<Record<string, OpenField>>, base: Type<object> = class {}): Type<Record<string, unknown>> {
  const shape = class extends base {};
  Object.defineProperty(shape, 'name', { value: name });
  for (const [property, options] of Object.entries(fields)) ApiProperty(options)(shape.prototype as object, property);
  return shape as Type<Record<string, unknown>>;
}

/** The names of a shape's properties, in order. */
export function propertiesOf(shape: Type<object>): string[] {
  const marked = (Reflect.getMetadata('swagger/apiModelPropertiesArray', shape.prototype as object) ?? []) as string[];
  return marked.map((name) => name.slice(1));
}

export function describedProperty(shape: Type<object>, name: string): Described {
  return (Reflect.getMetadata('swagger/apiModelProperties', shape.prototype as object, name) ?? {}) as Described;
}

/** The columns of a shape: everything that is one value, lists of words in one cell, and the values of things within it. Lists of things have none. */
export function columnsOf(shape: Type<object>): OpenColumn[] {
  return propertiesOf(shape).flatMap((name) => columnsOfProperty(shape, name));
}

function columnsOfProperty(shape: Type<object>, name: string): OpenColumn[] {
  const described = describedProperty(shape, name);
  const { type, isArray = false, nullable = false, required = true } = described;
  const base = { name: snakeCase(name), description: described.description ?? inWords(name), ...sdmxOf(name) };
  if (isArray || type === 'array') {
    if (!isListOfValues(described)) return [];
    return [{ ...base, datatype: 'string', description: `${base.description}. Several are separated by a semicolon`, cell: (item) => joined(item[name]) }];
  }
  const datatype = datatypeOf(described);
  if (datatype) return [{ ...base, datatype, required: required && !nullable && datatype !== 'string', cell: (item) => cellOf(item[name]) }];
  if (typeof type !== 'function') return [];
  return columnsOf(type as Type<object>).map((inner) => ({
    ...inner, name: `${base.name}_${inner.name}`, required: false,
    cell: (item) => (item[name] ? inner.cell(item[name] as Record<string, unknown>) : null),
  }));
}

/** Of a list of words or numbers: `[String]`, or items of one type. */
function isListOfValues({ type, enum: words, ...rest }: Described): boolean {
  if (type === 'array') return ['string', 'integer'].includes(String((rest as { items?: { type?: string } }).items?.type));
  return type === String || type === Number || type === 'integer' || words !== undefined;
}

function datatypeOf({ type, format, enum: words }: Described): CsvwDatatype | undefined {
  if (type === 'integer') return 'integer';
  if (type === Number || type === 'number') return 'number';
  if (type === Boolean || type === 'boolean') return 'boolean';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'dateTimeStamp';
  return type === String || type === 'string' || words !== undefined ? 'string' : undefined;
}

function cellOf(value: unknown): CsvCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' || typeof value === 'string' ? value : String(value as boolean);
}

function joined(value: unknown): CsvCell {
  return Array.isArray(value) && value.length > 0 ? value.join('; ') : null;
}

function objectSchema(fields: Readonly<Record<string, OpenField>>): object {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, options]) => [name, inlineSchema(options)]));
  return { properties, required: Object.keys(fields) };
}

/** As the description of the API writes a schema out: the names of types and no classes. */
function inlineSchema(options: OpenField): object {
  const { type, ...rest } = options as { type?: unknown };
  return { type: typeof type === 'function' ? (type as { name: string }).name.toLowerCase() : type, ...rest };
}

/** Properties that a public vocabulary has a name for. */
function sdmxOf(name: string): { propertyUrl?: string } {
  const known: Record<string, string> = { area: SDMX.area, periodStart: SDMX.period, value: SDMX.value, unit: SDMX.unit, marker: SDMX.status };
  const propertyUrl = known[name];
  return propertyUrl ? { propertyUrl } : {};
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `responseDueOn` as “Response due on”. */
function inWords(name: string): string {
  const words = snakeCase(name).replaceAll('_', ' ');
  return capitalised(words);
}
