import { CHANGE_KINDS, type PublicChange } from '#domain/public-changes/public-change.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf } from '#platform/csv/csvw.js';
import { type ChangeRegisters } from '../change-registers.js';
import { publicChangesPaths } from '../public-changes.paths.js';

const COLUMNS: readonly CsvwColumn[] = [
  { name: 'id', description: 'Names the change for ever, as in the feeds', datatype: 'string', required: true },
  { name: 'at', description: 'When everybody could first see it', datatype: 'dateTimeStamp', required: true },
  { name: 'kind', description: `What happened: ${Object.keys(CHANGE_KINDS).join(', ')}`, datatype: 'string', required: true },
  { name: 'title', description: 'What it is about', datatype: 'string', required: true },
  { name: 'sentence', description: 'What changed, in one sentence', datatype: 'string', required: true },
  { name: 'address', description: 'The page that shows it', datatype: 'anyURI', required: true },
  { name: 'missions', description: 'Missions that it is about: short names of framework and mission, with spaces between them', datatype: 'string' },
  { name: 'departments', description: 'Departments that lead, owe or are written to: their short names, with spaces between them', datatype: 'string' },
  { name: 'places', description: 'Codes of the places that it is about by name, with spaces between them', datatype: 'string' },
];

export const CHANGES_COLUMNS = headerOf(COLUMNS);

/** @param baseUrl of the service */
export function changeCells({ id, at, kind, title, sentence, path, missions, departments, places }: PublicChange, registers: ChangeRegisters, baseUrl: string): CsvCell[] {
  const slugs = missions.map((mission) => registers.missions.get(mission)).map((mission) => (mission ? `${mission.framework}/${mission.slug}` : ''));
  return [id, at.toISOString(), kind, title, sentence, `${baseUrl}${path}`, slugs.join(' '), departments.map((body) => registers.bodies.get(body)?.slug ?? '').join(' '), places.join(' ')];
}

/** The changes of a month as a file. @param modified ISO date */
export function changesTable(modified: string): CsvwTable {
  return {
    url: publicChangesPaths.csv,
    title: 'What changed',
    description: 'What changed in public in one month, one change a row, the newest first: this month, or the one that “month” in the address names; of one mission, department or place where the address asks for it.',
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS,
    primaryKey: ['id'],
  };
}
