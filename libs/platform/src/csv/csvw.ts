import { createHash } from 'node:crypto';
import { type Response } from 'express';
import { attributionOf } from '#platform/api/attribution.response.js';
import { OPEN_CACHING, strongTag } from '#platform/api/open-answer.js';

/** Datatypes of CSVW that the site's files need; `number` is a double, `date` an ISO date. */
export type CsvwDatatype = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'dateTimeStamp' | 'anyURI';

/** One column of a file, in the file's order. */
export interface CsvwColumn {
  /** The text of the header: letters, digits and underscores. */
  readonly name: string;
  /** What it holds, as one sentence or less. */
  readonly description: string;
  readonly datatype: CsvwDatatype;
  /** No cell of it is ever empty. */
  readonly required?: boolean;
  /** The property of a public vocabulary that it stands for. */
  readonly propertyUrl?: string;
}

/** A file of CSV as its reader has to know it. */
export interface CsvwTable {
  /** Address of the CSV, from the root of the site or whole. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Name of the licence, or its address. */
  readonly licence: string;
  readonly publisher: string;
  /** ISO date or instant; absent where nothing has been published. */
  readonly modified?: string | undefined;
  readonly columns: readonly CsvwColumn[];
  /** Names of columns that together name a row. */
  readonly primaryKey?: readonly string[];
}

export const CSVW_MEDIA_TYPE = 'application/csvm+json';

/** Dimensions, measures and attributes of SDMX, for `propertyUrl`. */
export const SDMX = {
  area: 'http://purl.org/linked-data/sdmx/2009/dimension#refArea',
  period: 'http://purl.org/linked-data/sdmx/2009/dimension#refPeriod',
  value: 'http://purl.org/linked-data/sdmx/2009/measure#obsValue',
  unit: 'http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure',
  status: 'http://purl.org/linked-data/sdmx/2009/attribute#obsStatus',
} as const;

const OPEN_GOVERNMENT_LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** Where the metadata of a file lies: beside it, as the standard's default locations have it. */
export function csvwPath(csvPath: string): string {
  return `${csvPath}-metadata.json`;
}

/**
 * The metadata of one file by "Metadata Vocabulary for Tabular Data" (W3C, 2015): what each column holds, what an empty cell
 * means, who published it under which licence, and the words to name them by.
 * @throws RangeError for a column name that the standard does not allow, one used twice, or a key of no column
 */
export function csvwMetadata(table: CsvwTable): Record<string, unknown> {
  requireNames(table);
  const { columns, primaryKey, modified } = table;
  return {
    // the standard fixes this address, http and all
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    '@type': 'Table',
    // relative to where the metadata lies: right behind any proxy
    url: table.url.slice(table.url.lastIndexOf('/') + 1),
    'dc:title': table.title,
    'dc:description': table.description,
    'dc:license': licenceOf(table.licence),
    'dc:publisher': table.publisher,
    'dc:rights': attributionOf([table.publisher], table.licence).attribution,
    ...(modified === undefined ? {} : { 'dc:modified': { '@value': modified, '@type': modified.includes('T') ? 'xsd:dateTime' : 'xsd:date' } }),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, headerRowCount: 1, lineTerminators: ['\r\n', '\n'] },
    tableSchema: {
      '@type': 'Schema',
      columns: columns.map(columnOf),
      ...(primaryKey ? { primaryKey: [...primaryKey] } : {}),
    },
  };
}

/** @param columns in the order of the file */
export function headerOf(columns: readonly CsvwColumn[]): string[] {
  return columns.map(({ name }) => name);
}

/** Answers with the metadata of a file. */
export function sendCsvw(response: Response, table: CsvwTable): void {
  const text = JSON.stringify(csvwMetadata(table), null, 2);
  response.set({ 'Content-Type': `${CSVW_MEDIA_TYPE}; charset=utf-8`, 'Cache-Control': OPEN_CACHING, ETag: strongTag(createHash('sha256').update(text).digest(), false) });
  response.send(text);
}

/** The one licence that nearly all official figures bear gets its address; a name that is not known stays a name. */
function licenceOf(licence: string): string | { '@id': string } {
  if (/^open government licence/i.test(licence)) return { '@id': OPEN_GOVERNMENT_LICENCE };
  return /^https?:\/\//.test(licence) ? { '@id': licence } : licence;
}

function columnOf({ name, description, datatype, required = false, propertyUrl }: CsvwColumn): Record<string, unknown> {
  return {
    '@type': 'Column',
    name,
    titles: name,
    'dc:description': description,
    datatype,
    required,
    // said although it is the default: an empty cell is unknown, and never zero
    null: '',
    ...(propertyUrl ? { propertyUrl } : {}),
  };
}

function requireNames({ columns, primaryKey = [] }: CsvwTable): void {
  const names = headerOf(columns);
  const bad = names.find((name, index) => !/^[A-Za-z0-9][A-Za-z0-9_]*$/.test(name) || names.indexOf(name) !== index);
  if (bad !== undefined) throw new RangeError(`A column cannot be called “${bad}”`);
  const stray = primaryKey.find((name) => !names.includes(name));
  if (stray !== undefined) throw new RangeError(`There is no column “${stray}” for the key`);
}
