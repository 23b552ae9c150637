import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';

const { text, day, flag, texts } = field;

export const DIRECTORS: OpenList = {
  path: 'directors', tag: 'directors', title: 'Directory of directors', noun: 'That director',
  description: 'A levelling up director, for which places, from when to when, and how to reach them.',
  item: shapeOf('DirectorResponse', {
    id: text('Names the entry for ever'), name: text('Name'), places: texts('Codes of the places'), contact: text('How to reach them'), appointedBy: text('Who appointed them'),
    since: day('First day'), until: day('Last day', { orNone: true }), inOffice: flag('In office today'),
  }),
  key: { id: 'text' }, id: 'id',
  filters: [{ name: 'place', kind: 'text', field: 'places', by: 'has', description: 'Code of a place' }, { name: 'inOffice', kind: 'flag', description: 'In office today' }],
  source: {
    sql: `SELECT d.id::text AS id, d.name, d.places, d.contact, d.appointed_by AS "appointedBy", d.since, d.until,
                 (d.since <= moment.today AND (d.until IS NULL OR d.until >= moment.today)) AS "inOffice" FROM moment, directors d`,
  },
};
