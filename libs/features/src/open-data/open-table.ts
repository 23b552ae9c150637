import { type AttributionResponse } from '#platform/api/attribution.response.js';
import { type CsvwTable } from '#platform/csv/csvw.js';
import { API_ROOT, type OpenList } from './open-list.js';
import { columnsOf, type OpenColumn } from './open-shape.js';

/** The file of a list, for its metadata and its rows. */
export function tableOf(list: OpenList, params: Readonly<Record<string, string>>, { licence, attribution }: AttributionResponse): Omit<CsvwTable, 'columns'> & { readonly columns: readonly OpenColumn[] } {
  const columns = list.columns ?? columnsOf(list.item);
  const names = new Set(columns.map(({ name }) => name));
  const key = Object.keys(list.key).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  return {
    url: csvAddress(list, params),
    title: list.title,
    description: `${list.description} ${attribution}`,
    licence,
    publisher: 'Waymark',
    columns,
    ...(key.every((name) => names.has(name)) ? { primaryKey: key } : {}),
  };
}

/** Where the file of a list lies. */
export function csvAddress({ path }: OpenList, params: Readonly<Record<string, string>>): string {
  return `/${API_ROOT}/${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}.csv`;
}
