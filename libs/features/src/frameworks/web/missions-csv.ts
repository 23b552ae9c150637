import { changeSince } from '#domain/judgements/change-since.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable } from '#platform/csv/csvw.js';
import { type MissionLine } from './mission-line.js';

type Column = CsvwColumn & { readonly cell: (line: MissionLine) => CsvCell };

const COLUMNS: readonly Column[] = [
  { name: 'number', description: 'Number of the mission in its framework', datatype: 'integer', required: true, cell: ({ mission }) => mission.number },
  { name: 'mission', description: 'Short name of the mission, as in the address of its page', datatype: 'string', required: true, cell: ({ mission }) => mission.slug },
  { name: 'focus_area', description: 'Name of the mission', datatype: 'string', required: true, cell: ({ mission }) => mission.focusArea },
  { name: 'computed', description: 'What the figures say: the word of the computed judgement', datatype: 'string', cell: ({ standing }) => standing?.computed?.verdict ?? null },
  { name: 'computed_as_of', description: 'Day that the computed judgement is for', datatype: 'date', cell: ({ standing }) => standing?.computed?.asOf ?? null },
  { name: 'computed_a_year_ago', description: 'The word a year before', datatype: 'string', cell: ({ standing }) => standing?.lastYear ?? null },
  { name: 'change', description: 'new, better, worse, same, not-judged-then or not-judged-now', datatype: 'string', required: true, cell: ({ standing, isNew }) => changeSince(standing?.computed?.verdict, standing?.lastYear, !isNew) },
  { name: 'department', description: 'The department’s own rating of the likelihood that the target is met', datatype: 'string', cell: ({ standing }) => standing?.department?.rating ?? null },
  { name: 'council', description: 'The word of the council’s judgement', datatype: 'string', cell: ({ standing }) => standing?.council?.verdict ?? null },
  { name: 'lead', description: 'Department that leads; empty in a vacancy', datatype: 'string', cell: ({ lead }) => lead?.organisation.name ?? null },
  { name: 'lead_basis', description: 'paper, or proposed where the government has named none', datatype: 'string', cell: ({ lead }) => lead?.basis ?? null },
  { name: 'open_alerts', description: 'Alerts that are not closed', datatype: 'integer', required: true, cell: ({ openAlerts }) => openAlerts },
  { name: 'overdue_returns', description: 'Evidence returns past their day', datatype: 'integer', required: true, cell: ({ overdueReturns }) => overdueReturns },
];

export const MISSIONS_COLUMNS = COLUMNS.map(({ name }) => name);

export function missionCells(line: MissionLine): CsvCell[] {
  return COLUMNS.map(({ cell }) => cell(line));
}

/** @param url of the CSV @param modified ISO date */
export function missionsTable(url: string, title: string, modified: string): CsvwTable {
  return {
    url,
    title: `Missions of ${title}`,
    description: 'How each mission of a framework stands: three judgements that are never merged, and the change since a year before.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS.map(({ name, description, datatype, required = false }) => ({ name, description, datatype, required })),
    primaryKey: ['mission'],
  };
}
