import { type Type } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Clock } from '#platform/clock/clock.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { columnsOf, describedProperty, propertiesOf } from './open-shape.js';
import { type ListRequest, type ListSource, type OpenFilter, type OpenItem, type OpenList, type TableSource } from './open-list.js';

/** Lines read at once for a file. */
export const LINES_AT_ONCE = 2000;

const CASTS = { id: 'integer', months: 'smallint', date: 'date', instant: 'timestamptz', text: 'text' } as const;

/** Reads a page of a list, whatever its source is. */
export async function readPage(list: OpenList, source: ListSource, request: ListRequest): Promise<OpenItem[]> {
  if (source.page) return (await source.page(request)) as OpenItem[];
  const all = ((await source.all?.(request.params, request.filters)) ?? []) as OpenItem[];
  const names = Object.keys(list.key);
  const asked = all.filter((item) => (list.filters ?? []).every((filter) => matches(filter, item, request.filters[filter.name])));
  const { after } = request;
  return asked
    .sort((left, right) => compare(names.map((name) => left[name]), names.map((name) => right[name])))
    .filter((item) => after === undefined || compare(names.map((name) => item[name]), after) > 0)
    .slice(0, request.limit);
}

/** Lines of a file, a batch at a time. @param first the first batch, where the caller has read it */
export async function* rowsOf(list: OpenList, source: ListSource, asked: Pick<ListRequest, 'params' | 'filters'>, first?: OpenItem[]): AsyncGenerator<CsvCell[][]> {
  const columns = list.columns ?? columnsOf(list.item);
  let items = first ?? (await readPage(list, source, { ...asked, after: undefined, limit: LINES_AT_ONCE }));
  for (;;) {
    yield items.map((item) => columns.map(({ cell }) => cell(item)));
    const last = items.at(-1);
    if (!last || items.length < LINES_AT_ONCE) return;
    items = await readPage(list, source, { ...asked, after: keyOf(list, last), limit: LINES_AT_ONCE });
  }
}

/** The place of an item in its list. */
export function keyOf({ key }: OpenList, item: OpenItem): (string | number)[] {
  return Object.keys(key).map((name) => item[name] as string | number);
}

/** The source of a list that one statement reads. */
export class TableReader implements ListSource<OpenItem> {
  private readonly columns: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly list: OpenList & { source: TableSource },
  ) {
    this.columns = propertiesOf(list.item).map((name) => columnOf(list.item, name)).join(', ');
  }

  async page({ params, filters, after, limit }: ListRequest): Promise<OpenItem[]> {
    const values: unknown[] = [this.clock.now(), this.clock.today()];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const keys = Object.entries(this.list.key);
    const conditions = [
      ...Object.entries(this.list.within ?? {}).map(([param, field]) => `line."${field}"::text = ${bind(params[param])}`),
      ...(this.list.filters ?? []).flatMap((filter) => (filters[filter.name] === undefined ? [] : [condition(filter, bind(filters[filter.name]))])),
      ...(after ? [`(${keys.map(([name]) => `line."${name}"`).join(', ')}) > (${keys.map(([, kind], index) => `${bind(after[index])}::${CASTS[kind]}`).join(', ')})`] : []),
    ];
    const order = keys.map(([name]) => `line."${name}"`).join(', ');
    return this.rows(values, `${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY ${order} LIMIT ${bind(limit)}`);
  }

  /** @returns undefined where there is none, or it is not public */
  async find(id: string, params: ListRequest['params']): Promise<OpenItem | undefined> {
    const values: unknown[] = [this.clock.now(), this.clock.today(), id];
    const within = Object.entries(this.list.within ?? {}).map(([param, field]) => ` AND line."${field}"::text = $${values.push(params[param])}`);
    const [row] = await this.rows(values, `WHERE line."${this.list.id ?? ''}"::text = $3${within.join('')} LIMIT 1`);
    return row;
  }

  private async rows(values: unknown[], rest: string): Promise<OpenItem[]> {
    const { sql } = this.list.source;
    return this.dataSource.query(`WITH moment AS (SELECT $1::timestamptz AS now, $2::date AS today) SELECT ${this.columns} FROM (${sql}) AS line ${rest}`, values);
  }
}

/** A day leaves the database as the text that it is: as an instant it would move with the reader's clock. */
function columnOf(shape: Type<object>, name: string): string {
  const { format, type } = describedProperty(shape, name);
  const cast = format === 'date' ? '::text' : type === 'integer' ? '::integer' : type === Number ? '::double precision' : '';
  return `line."${name}"${cast} AS "${name}"`;
}

function condition({ name, field = name, by, kind }: OpenFilter, bound: string): string {
  const column = `line."${field}"`;
  if (by === 'has') return `${bound} = ANY (${column})`;
  if (by === 'from') return `${column} >= ${bound}::${kind === 'day' ? 'date' : 'text'}`;
  if (by === 'to') return `${column} <= ${bound}::${kind === 'day' ? 'date' : 'text'}`;
  return `${column}::text = ${bound}`;
}

function matches({ name, field = name, by }: OpenFilter, item: OpenItem, asked: string | undefined): boolean {
  if (asked === undefined || by === 'source') return true;
  const value = item[field];
  if (by === 'has') return Array.isArray(value) && value.includes(asked);
  if (value === null || value === undefined) return false;
  const text = String(value as string | number | boolean);
  return by === 'from' ? text >= asked : by === 'to' ? text <= asked : text === asked;
}

/** By the first part that differs. */
function compare(left: readonly unknown[], right: readonly unknown[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index] as string | number;
    if (part !== other) return (part as string | number) < other ? -1 : 1;
  }
  return 0;
}
