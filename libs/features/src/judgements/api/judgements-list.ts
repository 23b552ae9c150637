import { VERDICT_SLUGS } from '#domain/judgements/verdict.js';
import { type OpenList } from '#features/open-data/open-list.js';
import { VERDICT_FILTERS, VERDICT_SHAPE } from '../verdict-file.js';
import { VERDICT_LINES } from '../verdict-lines.js';

/** Every verdict ever given, of all three kinds. */
export const JUDGEMENTS: OpenList = {
  path: 'judgements', tag: 'judgements', title: 'Every verdict ever given', noun: 'That verdict',
  description: `A verdict of the figures, a department’s rating or the council’s judgement, with its cause of change. Verdicts are ${VERDICT_SLUGS.join(', ')}.`,
  item: VERDICT_SHAPE, key: { sequence: 'id', part: 'id' }, id: 'id', source: { sql: VERDICT_LINES }, filters: VERDICT_FILTERS,
};
