import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable } from '#platform/csv/csvw.js';
import { type DataGapLine, missionsOfGap } from './data-gap-line.js';
import { dataGapsPaths } from './data-gaps.paths.js';

type Column = CsvwColumn & { readonly cell: (line: DataGapLine) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });
const date = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'date', required, cell });

const COLUMNS: readonly Column[] = [
  text('reference', 'Names the gap for ever', ({ reference }) => reference, true),
  text('kind', 'missing, stale (out of date), granularity (too coarse), coverage (areas left out) or noise (too noisy for its target)', ({ kind }) => kind, true),
  text('state', 'open, planned, closed or not-to-be-closed', ({ state }) => state, true),
  { name: 'overdue', description: 'The date needed has passed and the gap is to be closed', datatype: 'boolean', required: true, cell: ({ overdue }) => String(overdue) },
  text('metric', 'Short name of the metric, as in the address of its page', ({ metric }) => metric.slug, true),
  text('metric_name', 'Name of the metric', ({ metric }) => metric.name, true),
  text('geography', 'The areas as a code or a rule', ({ geography }) => geography, true),
  text('geography_name', 'The areas in words', ({ geographyName }) => geographyName, true),
  text('what_is_lacking', 'One sentence, as last seen', ({ sentence }) => sentence, true),
  text('mission', 'Short names of framework and mission that need the figures', ({ mission }) => `${mission.framework}/${mission.mission}`, true),
  text('missions', 'Short names of framework and mission of all that need the figures, with semicolons between them', (line) => missionsOfGap(line).join(';'), true),
  text('targets', 'Short names of the targets that need the figures, with semicolons between them', ({ targets }) => targets.map(({ slug }) => slug).join(';')),
  text('owner', 'Organisation that has to close the gap; empty where no department leads the mission', ({ owner }) => owner?.name ?? null),
  text('owner_person', 'Named person', ({ ownerPerson }) => ownerPerson),
  text('plan', 'How the gap will be closed; empty where there is no plan', ({ plan }) => plan),
  text('resource', 'Money or people set aside', ({ resource }) => resource),
  date('date_needed', 'Day by which the figures are needed', ({ dateNeeded }) => dateNeeded, true),
  date('opened_on', 'Day on which the gap was first seen', ({ openedOn }) => openedOn, true),
  date('last_seen_on', 'Day on which the gap was last seen', ({ lastSeenOn }) => lastSeenOn, true),
  date('closed_on', 'Day on which it was closed', ({ closedOn }) => closedOn),
  text('reason', 'Why it was closed, or is not to be closed', ({ reason }) => reason),
];

export const DATA_GAP_COLUMNS = COLUMNS.map(({ name }) => name);

export function dataGapCells(line: DataGapLine): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(line));
}

/** The register as a file. @param modified ISO date */
export function dataGapsTable(modified: string): CsvwTable {
  return {
    url: dataGapsPaths.csv,
    title: 'Data gaps',
    description: 'What the published figures lack for the missions to be judged by them, with owners, plans and dates.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS.map(({ name, description, datatype, required = false }) => ({ name, description, datatype, required })),
    primaryKey: ['reference'],
  };
}
