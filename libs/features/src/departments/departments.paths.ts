import { csvwPath } from '#platform/csv/csvw.js';

const tableCsv = (slug: string, table: string): string => `/departments/${slug}/${table}.csv`;

export const departmentsPaths = {
  list: '/departments',
  csv: '/departments.csv',
  csvMetadata: csvwPath('/departments.csv'),
  show: (slug: string) => `/departments/${slug}`,
  /** @param table key of one of the page's tables */
  tableCsv,
  tableMetadata: (slug: string, table: string) => csvwPath(tableCsv(slug, table)),
};

/** Departments have a page of their own; other organisations have none under this address. */
export function departmentHref({ kind, slug }: { readonly kind: string; readonly slug: string }): string | undefined {
  return kind === 'department' ? departmentsPaths.show(slug) : undefined;
}
