import { type EditionDocument } from '#domain/reports/edition-document.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf } from '#platform/csv/csvw.js';
import { replyLine } from './mission-parts.js';

const COLUMNS: readonly CsvwColumn[] = [
  { name: 'mission_number', description: 'Number of the mission in its framework', datatype: 'integer', required: true },
  { name: 'mission', description: 'Slug of the mission', datatype: 'string', required: true },
  { name: 'target', description: 'Slug of the target; empty on the line of the mission itself', datatype: 'string' },
  { name: 'title', description: 'Name of the mission or target', datatype: 'string', required: true },
  { name: 'computed_verdict', description: 'Verdict by the figures; empty where not judged', datatype: 'string' },
  { name: 'computed_sentence', description: 'Why, in one sentence', datatype: 'string' },
  { name: 'method', description: 'Method of the computed verdict, with its version', datatype: 'string' },
  { name: 'judged_on', description: 'Day of the computed judgement', datatype: 'date' },
  { name: 'department_rating', description: 'The department’s own rating of the mission', datatype: 'string' },
  { name: 'council_verdict', description: 'The council’s judgement of the mission', datatype: 'string' },
  { name: 'open_alerts', description: 'Number of alerts open', datatype: 'integer' },
  { name: 'council_text', description: 'The council’s text on the mission', datatype: 'string' },
  { name: 'right_of_reply', description: 'The department’s reply, or that there is none', datatype: 'string' },
];

export const EDITION_COLUMNS = headerOf(COLUMNS);

/** A line for each mission, and one for each of its targets. */
export function editionCells({ missions }: EditionDocument): CsvCell[][] {
  return missions.flatMap((mission) => [
    [
      mission.number, mission.slug, null, mission.focusArea, mission.computed?.verdict ?? null, mission.computed?.sentence ?? null, null, null,
      mission.department?.rating ?? null, mission.council?.verdict ?? null, mission.alerts.length, mission.text, replyLine(mission),
    ],
    ...mission.targets.map((target): CsvCell[] => [
      mission.number, mission.slug, target.slug, target.title, target.verdict, target.sentence, target.method === null ? null : `${target.method} ${target.methodVersion ?? ''}`.trim(), target.judgedOn,
      null, null, null, null, null,
    ]),
  ]);
}

/** @param url address of the CSV */
export function editionTable(url: string, { title, framework, publishedAt, licence }: EditionDocument): CsvwTable {
  return { url, title: `${title}: ${framework.title}`, description: 'How each mission and target stood, with the council’s text and the rights of reply', licence, publisher: 'The council', modified: publishedAt, columns: COLUMNS };
}
