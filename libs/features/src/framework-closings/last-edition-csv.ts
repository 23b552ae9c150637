import { type LastEditionDocument } from '#domain/framework-closings/last-edition-document.js';
import { type UnansweredThing } from '#domain/framework-closings/unanswered-thing.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf } from '#platform/csv/csvw.js';

const COLUMNS: readonly CsvwColumn[] = [
  { name: 'mission_number', description: 'Number of the mission; empty for the framework as a whole', datatype: 'integer' },
  { name: 'mission', description: 'Slug of the mission; empty for the framework as a whole', datatype: 'string' },
  { name: 'line', description: 'What the line is about: mission, target, or the kind of what was unanswered', datatype: 'string', required: true },
  { name: 'reference', description: 'Slug of the target, or reference of what was unanswered', datatype: 'string' },
  { name: 'text', description: 'Name of the mission or target, or what was unanswered', datatype: 'string', required: true },
  { name: 'verdict', description: 'Verdict by the figures; empty where not judged', datatype: 'string' },
  { name: 'outcome', description: 'What became of the mission: dropped, carried-on or achieved', datatype: 'string' },
  { name: 'reason', description: 'Why, or the sentence of the verdict', datatype: 'string' },
  { name: 'carried_on_in', description: 'Framework and mission that carry it on', datatype: 'string' },
  { name: 'owner', description: 'Who owed it; empty where nobody did', datatype: 'string' },
  { name: 'since', description: 'Since when it was open', datatype: 'date' },
  { name: 'due_on', description: 'By when it was due; empty where no day was set', datatype: 'date' },
  { name: 'age_days', description: 'Days from “since” to the closing', datatype: 'integer' },
];

export const LAST_EDITION_COLUMNS = headerOf(COLUMNS);

/** A line for each mission, each of its targets and each thing that was unanswered. */
export function lastEditionCells({ missions, unanswered }: LastEditionDocument): CsvCell[][] {
  return [
    ...missions.flatMap((mission): CsvCell[][] => {
      const { number, slug, carriedOnIn } = mission;
      return [
        [number, slug, 'mission', null, mission.focusArea, mission.computed?.verdict ?? null, mission.outcome, mission.reason, carriedOnIn && `${carriedOnIn.framework}/${carriedOnIn.mission}`, mission.lead, null, null, null],
        ...mission.targets.map((target): CsvCell[] => [number, slug, 'target', target.slug, target.title, target.verdict, null, target.sentence, null, null, null, null, null]),
        ...mission.unanswered.map((thing) => cellsOf(number, slug, thing)),
      ];
    }),
    ...unanswered.map((thing) => cellsOf(null, null, thing)),
  ];
}

function cellsOf(number: number | null, slug: string | null, { kind, reference, what, owner, since, dueOn, ageDays }: UnansweredThing): CsvCell[] {
  return [number, slug, kind, reference, what, null, null, null, null, owner, since, dueOn, ageDays];
}

/** @param url address of the CSV */
export function lastEditionTable(url: string, { framework, closedAt, licence }: LastEditionDocument): CsvwTable {
  return { url, title: `${framework.title}: last edition`, description: 'What became of each mission, how its targets stood, and what was unanswered when the framework was closed', licence, publisher: 'The council', modified: closedAt, columns: COLUMNS };
}
