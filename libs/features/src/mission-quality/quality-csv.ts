import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable } from '#platform/csv/csvw.js';
import { type QualityLine } from './quality-lines.js';

type Column = CsvwColumn & { readonly cell: (line: QualityLine) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });
const count = (name: string, description: string, cell: Column['cell']): Column => ({ name, description, datatype: 'integer', required: true, cell });

/** The columns of the page's file and of the API's. */
export const QUALITY_TABLE: readonly Column[] = [
  text('framework', 'Short name of the framework', ({ framework }) => framework, true),
  text('mission', 'Short name of the mission, as in the address of its page', ({ mission }) => mission, true),
  count('number', 'Number of the mission in its framework', ({ number }) => number),
  text('focus_area', 'Name of the mission', ({ focusArea }) => focusArea, true),
  { name: 'version', description: 'Version of the review that holds; empty where there is none', datatype: 'integer', cell: ({ version }) => version },
  { name: 'effective_on', description: 'Day from which that version holds', datatype: 'date', cell: ({ effectiveOn }) => effectiveOn },
  text('source', 'Author of a review that is not the council’s own; empty for the council’s', ({ source }) => source),
  count('open_terms', 'Terms of the text that nobody has defined', ({ openTermCount }) => openTermCount),
  text('open_terms_listed', 'Those that the review lists, with semicolons between them', ({ openTerms }) => openTerms.join('; ')),
  count('uncovered_clauses', 'Clauses of the text that no metric covers', ({ uncoveredClauses }) => uncoveredClauses),
  text('breadth', 'broad, narrow or more-information-needed', ({ breadth }) => breadth),
  text('ambition', 'Verdicts of people, each with what it is about: not-ambitious-enough, right-level, too-ambitious or more-information-needed', ({ ambition }) => ambition.map(({ aspect, verdict }) => `${aspect}: ${verdict}`).join('; ')),
  text('ambition_computed', 'Computed verdicts on the ambition of the headline targets, each with how many have it; empty where nothing was computed', ({ ambitionComputed }) => ambitionComputed),
  text('alignment', 'Would hitting the target reduce the disparity? reduces, does-not-reduce, partly or cannot-tell', ({ alignment }) => alignment),
  count('incentives', 'Perverse incentives on the register', ({ incentives }) => incentives),
  count('incentives_overdue', 'Of these, those whose day of review has passed without a finding', ({ incentivesOverdue }) => incentivesOverdue),
  text('geography_to_change', 'Metrics measured at another level than recommended', ({ geography }) => geography.join('; ')),
];

export const QUALITY_COLUMNS = QUALITY_TABLE.map(({ name }) => name);

export function qualityCells(line: QualityLine): CsvCell[] {
  return QUALITY_TABLE.map(({ cell }) => cell(line));
}

/** @param url of the CSV @param modified ISO date */
export function qualityTable(url: string, modified: string): CsvwTable {
  return {
    url,
    title: 'Quality of the missions',
    description: 'How well each mission of a framework is made, by the version of its review that holds.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: QUALITY_TABLE.map(({ name, description, datatype, required = false }) => ({ name, description, datatype, required })),
    primaryKey: ['framework', 'mission'],
  };
}
