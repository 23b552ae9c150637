import { type Pounds, readPounds } from '#domain/funding/funding-money.js';

/** An award as a row of a file gives it. */
export interface PublishedAward {
  row: number;
  fund: string;
  code: string | null;
  place: string | null;
  council: string | null;
  /** Code of the council, where the file has one. */
  councilCode: string | null;
  /** Financial year, where the file has one. */
  year?: string;
  /** Null where the file is without money. */
  money: { rdel: Pounds; cdel: Pounds; total: Pounds } | null;
  /** Of a file of councils' grants, which names no fund. */
  grants?: { number: number; ringFenced: number; total: number };
}

/** What in a file cannot be taken. */
export interface FundingFault {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  column: string;
  value: string;
  reason: string;
}

/** A row by the names of its columns; what cannot be read is told to `fault`. */
type RowReader = (cells: Readonly<Record<string, string>>, fault: (column: string, reason: string) => void) => Omit<PublishedAward, 'row'>;

export interface FundingLayout {
  name: string;
  columns: readonly string[];
  read: RowReader;
}

/** Funds whose projects are known by the first letters of their codes. */
const FUND_OF_PREFIX: Readonly<Record<string, string>> = { HS: 'FHSF', TD: 'Town Deals' };

const PROJECT_CODE = /^([A-Z]{2})-[A-Z]{3}(?:-\d{2,3})?$/;
const COUNCIL_CODE = /^[A-Z]\d{8}$/;

/** The files of the Towns Fund, as published and as joined with the councils. A file is known by its header. */
export const FUNDING_LAYOUTS: readonly FundingLayout[] = [
  {
    name: 'grants-by-project',
    columns: ['Index Code', 'RDEL', 'CDEL', 'Total'],
    read(cells, fault) {
      const code = needed(cells, 'Index Code', fault);
      const prefix = PROJECT_CODE.exec(code)?.[1];
      const fund = prefix === undefined ? undefined : FUND_OF_PREFIX[prefix];
      if (code !== '' && fund === undefined) fault('Index Code', 'it is not a project code of a known fund (HS-… or TD-…)');
      const money = { rdel: pounds(cells, 'RDEL', fault), cdel: pounds(cells, 'CDEL', fault), total: pounds(cells, 'Total', fault) };
      return { fund: fund ?? '', code, place: null, council: null, councilCode: null, money };
    },
  },
  {
    name: 'places-by-council-name',
    columns: ['fund', 'place', 'local_authority_org'],
    read: (cells, fault) => ({
      fund: needed(cells, 'fund', fault),
      code: null,
      place: needed(cells, 'place', fault),
      council: needed(cells, 'local_authority_org', fault),
      councilCode: null,
      money: null,
    }),
  },
  {
    name: 'grants-by-place-and-council',
    columns: ['fund', 'place', 'lead_council_as_published', 'gss_code', 'la_name', 'rdel_gbp', 'cdel_gbp', 'total_gbp'],
    read(cells, fault) {
      return {
        fund: needed(cells, 'fund', fault),
        code: null,
        place: needed(cells, 'place', fault),
        council: needed(cells, 'lead_council_as_published', fault),
        councilCode: codeOf(cells, fault),
        money: { rdel: pounds(cells, 'rdel_gbp', fault), cdel: pounds(cells, 'cdel_gbp', fault), total: pounds(cells, 'total_gbp', fault) },
      };
    },
  },
  {
    // any fund's: one row a place, council and year; a place in two councils has a row, with its part of the money, in each
    name: 'awards-by-place-and-year',
    columns: ['fund', 'place', 'council', 'gss_code', 'financial_year', 'rdel_gbp', 'cdel_gbp', 'total_gbp'],
    read: (cells, fault) => ({
      fund: needed(cells, 'fund', fault),
      code: null,
      place: needed(cells, 'place', fault),
      council: needed(cells, 'council', fault),
      councilCode: codeOf(cells, fault),
      year: yearOf(cells, fault),
      money: { rdel: pounds(cells, 'rdel_gbp', fault), cdel: pounds(cells, 'cdel_gbp', fault), total: pounds(cells, 'total_gbp', fault) },
    }),
  },
  {
    name: 'grants-of-councils',
    columns: ['gss_code', 'council', 'financial_year', 'number_of_grants', 'ring_fenced_gbp', 'total_gbp'],
    read(cells, fault) {
      const number = cells['number_of_grants'] ?? '';
      if (!/^\d{1,4}$/.test(number)) fault('number_of_grants', 'it is not a number of grants');
      const [ringFenced, total] = [pounds(cells, 'ring_fenced_gbp', fault), pounds(cells, 'total_gbp', fault)];
      if (ringFenced === null) fault('ring_fenced_gbp', 'it is empty');
      if (total === null) fault('total_gbp', 'it is empty');
      if (ringFenced !== null && total !== null && ringFenced > total) fault('ring_fenced_gbp', 'more is ring-fenced than there is in all');
      const council = needed(cells, 'council', fault);
      const year = yearOf(cells, fault);
      return { fund: '', code: null, place: `${council}, ${year}`, council, councilCode: codeOf(cells, fault), year, money: null, grants: { number: Number(number), ringFenced: ringFenced ?? 0, total: total ?? 0 } };
    },
  },
];

/** Name of the layout whose rows are councils' grants and no awards. */
export const AUTHORITY_GRANTS = 'grants-of-councils';

function codeOf(cells: Readonly<Record<string, string>>, fault: (column: string, reason: string) => void): string | null {
  const code = cells['gss_code'] || null;
  if (code !== null && !COUNCIL_CODE.test(code)) fault('gss_code', 'it is not an area code');
  return code;
}

function yearOf(cells: Readonly<Record<string, string>>, fault: (column: string, reason: string) => void): string {
  const year = cells['financial_year'] ?? '';
  const [, from, to] = /^20(\d{2})\/(\d{2})$/.exec(year) ?? [];
  if (from === undefined || Number(to) !== (Number(from) + 1) % 100) fault('financial_year', 'it is not a financial year, as in 2021/22');
  return year;
}

function needed(cells: Readonly<Record<string, string>>, column: string, fault: (column: string, reason: string) => void): string {
  const text = cells[column] ?? '';
  if (text === '') fault(column, 'it is empty');
  return text;
}

function pounds(cells: Readonly<Record<string, string>>, column: string, fault: (column: string, reason: string) => void): Pounds {
  const read = readPounds(cells[column] ?? '');
  if ('pounds' in read) return read.pounds;
  fault(column, read.fault);
  return null;
}
