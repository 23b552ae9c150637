import { type CsvwColumn } from '#platform/csv/csvw.js';

/** Columns of an award in a file, as published. */
export const AWARD_COLUMNS: readonly CsvwColumn[] = [
  { name: 'place', description: 'Place that got the award, as published', datatype: 'string', required: true },
  { name: 'council', description: 'Council that leads it, as published', datatype: 'string' },
  { name: 'area_code', description: 'Code of the council’s area; empty where it could not be matched', datatype: 'string' },
  { name: 'area_name', description: 'Name of that area', datatype: 'string' },
  { name: 'financial_year', description: 'Year of the award; empty where the file gives none', datatype: 'string' },
  { name: 'rdel_gbp', description: 'Pounds for day-to-day spending; empty where none is given', datatype: 'number' },
  { name: 'cdel_gbp', description: 'Pounds for capital; empty where none is given', datatype: 'number' },
  { name: 'total_gbp', description: 'Pounds in all, as published', datatype: 'number' },
];

/** Columns of an award in the file of one place. */
export const PLACE_COLUMNS: readonly CsvwColumn[] = [
  { name: 'fund', description: 'Slug of the fund', datatype: 'string', required: true },
  { name: 'fund_title', description: 'What the fund is called', datatype: 'string' },
  { name: 'fund_awarded', description: 'When the fund’s awards were made, in words; empty where nobody has said', datatype: 'string' },
  ...AWARD_COLUMNS.filter(({ name }) => !name.startsWith('area_')),
];

/** Columns of councils’ grants; the names are those of the layout that is loaded. */
export const GRANTS_COLUMNS: readonly CsvwColumn[] = [
  { name: 'gss_code', description: 'Code of the council’s area; empty where it could not be matched', datatype: 'string' },
  { name: 'council', description: 'Council, as published', datatype: 'string', required: true },
  { name: 'financial_year', description: 'Financial year, as in 2023/24', datatype: 'string', required: true },
  { name: 'number_of_grants', description: 'How many grants it had', datatype: 'integer', required: true },
  { name: 'ring_fenced_gbp', description: 'Pounds that may be spent on one thing only', datatype: 'number', required: true },
  { name: 'total_gbp', description: 'Pounds of all grants', datatype: 'number', required: true },
];
