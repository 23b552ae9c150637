import { type OpenFilter, type OpenList, type TableSource } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';
import { VERDICT_LINES } from './verdict-lines.js';

const { text, whole, wholes, day, instant, flag } = field;

/** One line of the file of all verdicts, and one item of their list. */
const VERDICT_SHAPE = shapeOf('VerdictResponse', {
  id: text('Names the verdict for ever'),
  sequence: whole('Order of giving, over all verdicts'),
  part: whole('1 for the verdict itself, 2 for what the same figures said of the target as it was first published'),
  framework: text('Slug of the framework', { example: 'levelling-up-2022' }),
  mission: text('Slug of the mission', { example: 'education' }),
  target: text('Slug of the target; none where the verdict is of the whole mission', { orNone: true }),
  area: text('Code of the area that the target speaks of, codes with plus signs for their sum, or the tiers of a rule over every area', { orNone: true, example: 'E92000001' }),
  targetVersion: whole('Version of the target that it is of, from 1', { orNone: true }),
  against: text('The target as it stood on the day, or as it was first published', { enum: ['as-it-stood', 'as-first-published'] }),
  kind: text('Whose it is: the figures’, the department’s own, or the council’s', { enum: ['computed', 'department', 'council'] }),
  word: text('The verdict, or the department’s rating', { orNone: true, example: 'off-track' }),
  who: text('Who gave it', { orNone: true }),
  decision: text('Reference of the council’s decision that it rests on', { orNone: true }),
  return: text('Reference of the return that it came with', { orNone: true }),
  givenAt: instant('When it was given'),
  asOf: day('The day that it speaks of'),
  effectiveFrom: instant('From when it held'),
  effectiveTo: instant('When another took its place; none for the one that holds', { orNone: true }),
  cause: text('Why it is not what it was before', { example: 'new-period' }),
  method: text('Method of a computed one', { orNone: true, example: 'interim-path' }),
  methodVersion: text('Version of the method', { orNone: true }),
  releases: wholes('Numbers of the releases that its figures come from'),
  sentence: text('Why, in plain English'),
  current: flag('Nothing has taken its place'),
});

const VERDICT_FILTERS: readonly OpenFilter[] = [
  { name: 'framework', kind: 'text', description: 'Slug of the framework' },
  { name: 'mission', kind: 'text', description: 'Slug of the mission' },
  { name: 'target', kind: 'text', description: 'Slug of the target' },
  { name: 'kind', kind: ['computed', 'department', 'council'], description: 'Whose it is' },
  { name: 'word', kind: 'text', description: 'The verdict, or the rating', example: 'off-track' },
  { name: 'cause', kind: 'text', description: 'Why it is not what it was before' },
  { name: 'current', kind: 'flag', description: 'Only those that hold, or only those that were superseded' },
  { name: 'from', kind: 'day', field: 'asOf', by: 'from', description: 'First day that it may speak of' },
  { name: 'to', kind: 'day', field: 'asOf', by: 'to', description: 'Last day that it may speak of' },
];

/** Every verdict ever given, of all three kinds. */
export const VERDICTS: OpenList & { source: TableSource } = {
  path: 'judgements', tag: 'judgements', title: 'Every verdict ever given', noun: 'That verdict',
  description: 'A verdict of the figures, a department’s rating or the council’s judgement, superseded ones too, with its cause of change. Computed verdicts are not official statistics.',
  item: VERDICT_SHAPE, key: { sequence: 'id', part: 'id' }, id: 'id', source: { sql: VERDICT_LINES }, filters: VERDICT_FILTERS,
};
