import { type ColumnOf, type LayoutFile } from './layout-file.js';

/** Where the figures of one column stand; -1 where the file has no such column. */
export interface FigurePlan {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Slug, where the column is of one metric. */
  readonly metric?: string;
  readonly unit?: string;
  readonly measure?: string;
}

/** A layout laid upon the header of a file: where each role stands, from 0; -1 where the file has no such column. */
export interface ColumnPlan {
  readonly layout: LayoutFile;
  /** The header as the file has it, without columns that have no name at its end. */
  readonly header: readonly string[];
  readonly code: number;
  readonly name: number;
  readonly geography: number;
  readonly country: number;
  readonly indicator: number;
  readonly period: number;
  readonly unit: number;
  readonly measure: number;
  readonly status: number;
  readonly notes: number;
  readonly polarity: number;
  readonly figures: readonly FigurePlan[];
}

/** Why a header is not that of a layout. */
export interface HeaderMismatch {
  readonly layout: LayoutFile;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
  /** Columns that the layout knows. */
  readonly fitting: number;
}

/** A column as its role names it. */
export interface RoleOfColumn {
  role: string;
  column: string;
}

export function isPlan(found: ColumnPlan | HeaderMismatch): found is ColumnPlan {
  return 'header' in found;
}

/** Lays a layout upon a header. Names are compared without case and blanks; columns may stand in any order. */
export function planOf(layout: LayoutFile, cells: readonly string[]): ColumnPlan | HeaderMismatch {
  const header = layout.trailingBlanks ? withoutBlankEnd(cells) : cells.map((cell) => cell.trim());
  const names = header.map(plainColumn);
  const claimed = new Set<number>();
  const missing: string[] = [];
  const twice = new Set<string>();
  const optional = new Set(layout.optional.map(plainColumn));
  const at = (column: ColumnOf | undefined): number => {
    if (column === undefined) return -1;
    const found = typeof column === 'number' ? column - 1 : placeOf(names, column, twice);
    if (found >= 0 && found < names.length) {
      claimed.add(found);
      return found;
    }
    if (found !== TWICE && !optional.has(plainColumn(String(column)))) missing.push(typeof column === 'number' ? `column ${column}` : column);
    return -1;
  };
  const { area, indicator, period } = layout;
  const plan: ColumnPlan = {
    layout,
    header,
    code: at(area.code),
    name: at(area.name),
    geography: at(area.geography),
    country: at(area.country),
    indicator: at(indicator?.column),
    period: at(period.column),
    unit: at(layout.unit),
    measure: at(layout.measure),
    status: at(layout.status),
    notes: at(layout.notes),
    polarity: at(layout.polarity),
    figures: layout.figures.map(({ value, lower, upper, metric, unit, measure }) => ({
      value: at(value),
      lower: at(lower),
      upper: at(upper),
      ...(metric === undefined ? {} : { metric }),
      ...(unit === undefined ? {} : { unit }),
      ...(measure === undefined ? {} : { measure }),
    })),
  };
  for (const column of layout.ignore) at(column);
  const unknown = layout.otherColumns === 'ignore' ? [] : header.filter((name, index) => !claimed.has(index) && !twice.has(plainColumn(name)));
  if (missing.length === 0 && unknown.length === 0 && twice.size === 0) return plan;
  return { layout, missing, unknown, twice: [...twice], fitting: claimed.size + twice.size };
}

/** The roles of a plan with the file's own columns, for people. */
export function rolesOf(plan: ColumnPlan): RoleOfColumn[] {
  const { figures, header, layout } = plan;
  const column = (role: string, index: number): RoleOfColumn[] => (index < 0 ? [] : [{ role, column: header[index] ?? '' }]);
  const line = (role: string, text: string | undefined): RoleOfColumn[] => (text === undefined ? [] : [{ role, column: text }]);
  return [
    ...column('area code', plan.code),
    ...column('area name', plan.name),
    ...column('area level', plan.geography),
    ...column('country', plan.country),
    ...column('indicator', plan.indicator),
    ...line('indicator', layout.indicator?.preamble && `the line ${layout.indicator.preamble}`),
    ...column('period', plan.period),
    ...line('period', layout.period.preamble && `the line ${layout.period.preamble}`),
    ...line('period', layout.period.fixed && `always ${layout.period.fixed}`),
    ...figures.flatMap(({ value, lower, upper, metric }) => {
      const of = metric === undefined ? '' : ` of ${metric}`;
      return [...column(`value${of}`, value), ...column(`lower limit${of}`, lower), ...column(`upper limit${of}`, upper)];
    }),
    ...column('measure', plan.measure),
    ...column('unit', plan.unit),
    ...column('status', plan.status),
    ...column('notes', plan.notes),
    ...column('polarity', plan.polarity),
  ];
}

const TWICE = -2;

function placeOf(names: readonly string[], column: string, twice: Set<string>): number {
  const plain = plainColumn(column);
  const first = names.indexOf(plain);
  if (first >= 0) {
    if (names.indexOf(plain, first + 1) < 0) return first;
    twice.add(plain);
    return TWICE;
  }
  const numbered = /^(.*)#(\d+)$/.exec(plain);
  if (!numbered) return -1;
  const places = names.flatMap((name, index) => (name === numbered[1] ? [index] : []));
  return places[Number(numbered[2]) - 1] ?? -1;
}

function plainColumn(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function withoutBlankEnd(cells: readonly string[]): string[] {
  const header = cells.map((cell) => cell.trim());
  while (header.at(-1) === '') header.pop();
  return header;
}
