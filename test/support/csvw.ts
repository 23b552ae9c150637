import { parse } from 'csv-parse/sync';

interface Column {
  name: string;
  titles: string;
  datatype: string;
  required: boolean;
  'dc:description': string;
}

/** What datatypes of the standard allow in a cell. */
const DATATYPES: Record<string, RegExp> = {
  string: /^[\s\S]*$/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  dateTimeStamp: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  anyURI: /^\S+$/,
};

/** What is wrong with CSVW metadata, by itself and against its file; none where both agree. @param address where the CSV was read */
export function csvwFaultsOf(metadata: unknown, csv: { address: string; text: string }): string[] {
  const table = metadata as Record<string, unknown> & { tableSchema: { columns: Column[]; primaryKey?: string[] } };
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const [context, language] = table['@context'] as [string, { '@language': string }];
  expect(context === 'http://www.w3.org/ns/csvw', `context is ${context}`);
  expect(/^[a-z]{2}(-[A-Z]{2})?$/.test(language['@language']), 'no language');
  expect(new URL(String(table['url']), `http://site${csv.address}`).pathname === csv.address, `url ${String(table['url'])} is not the file`);
  for (const property of ['dc:title', 'dc:description', 'dc:publisher', 'dc:rights']) expect(typeof table[property] === 'string' && table[property] !== '', `${property} is missing`);
  expect(table['dc:license'] !== undefined, 'dc:license is missing');
  // everything else would be ignored by a validator, or refused
  const known = ['@context', '@type', 'url', 'dialect', 'tableSchema', 'dc:title', 'dc:description', 'dc:license', 'dc:publisher', 'dc:rights', 'dc:modified'];
  expect(Object.keys(table).every((key) => known.includes(key)), `unknown property in ${Object.keys(table).join()}`);

  const { columns, primaryKey = [] } = table.tableSchema;
  const [header = [], ...rows] = parse(csv.text, { relax_column_count: false }) as string[][];
  expect(header.join() === columns.map(({ titles }) => titles).join(), `columns ${header.join()} are not those described`);
  for (const [index, { name, datatype, required }] of columns.entries()) {
    expect(/^[A-Za-z0-9][A-Za-z0-9_.]*$/.test(name), `column name ${name}`);
    const pattern = DATATYPES[datatype];
    expect(pattern !== undefined, `datatype ${datatype}`);
    const bad = rows.find((row) => (row[index] === '' ? required : !pattern?.test(row[index] ?? '')));
    expect(bad === undefined, `${name} is ${required ? 'required' : 'optional'} ${datatype}, but there is “${bad?.[index] ?? ''}”`);
  }
  const keys = rows.map((row) => primaryKey.map((name) => row[columns.findIndex((column) => column.name === name)]).join('|'));
  expect(primaryKey.length === 0 || new Set(keys).size === keys.length, `two rows have one key of ${primaryKey.join()}`);
  return faults;
}
