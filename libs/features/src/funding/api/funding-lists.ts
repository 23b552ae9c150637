import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';
import { COUNTING } from '../counting-awards.js';

const { text, texts, whole, number, flag, address } = field;

const COUNTS = `(SELECT count(*) FROM counting c WHERE c.fund_id = f.id)`;

export const FUNDS: OpenList = {
  path: 'funds', tag: 'funding', title: 'Funds', noun: 'That fund',
  description: 'Money that government awards to places, the missions that it is to serve, and how much of it is known.',
  item: shapeOf('FundResponse', {
    slug: text('Names the fund for ever', { example: 'town-deals' }), title: text('What it is called', { example: 'Town Deals' }),
    missions: texts('Slugs of framework and mission of those that it is to serve; none where nobody has said'), eligible: texts('Beginnings of the codes of the places that could get some'),
    awarded: text('When the awards were made, where the files do not give it by row', { orNone: true }), publisher: text('Who publishes the awards', { orNone: true }),
    sourceUrl: address('Where they are published', { orNone: true }), licence: text('Under what licence', { orNone: true }),
    awards: whole('Awards by place that count'), authorities: whole('Authorities that got some'), pounds: number('Pounds of the awards whose amount is published', { orNone: true }),
    withoutAmount: whole('Awards whose amount nobody has published'),
  }),
  key: { slug: 'text' }, id: 'slug',
  filters: [{ name: 'mission', field: 'missions', by: 'has', kind: 'text', description: 'Slugs of framework and mission', example: 'levelling-up-2022/skills' }],
  source: {
    sql: `WITH ${COUNTING}
          SELECT f.slug, f.title, f.missions, f.eligible, f.awarded, f.publisher, f.source_url AS "sourceUrl", f.licence, ${COUNTS} AS awards,
                 (SELECT count(DISTINCT c.area_id) FROM counting c WHERE c.fund_id = f.id) AS authorities, (SELECT sum(c.total) FROM counting c WHERE c.fund_id = f.id) AS pounds,
                 (SELECT count(*) FROM counting c WHERE c.fund_id = f.id AND c.total IS NULL) AS "withoutAmount"
            FROM funds f`,
  },
};

export const AWARDS: OpenList = {
  path: 'awards', tag: 'funding', title: 'Awards of funds to places', noun: 'That award',
  description: 'An award as published, where its file puts it; of each fund the newest file counts. Nothing is repaired or divided.',
  item: shapeOf('AwardResponse', {
    id: text('File and row: an award has another name when a newer file of the fund is loaded', { example: '1-2' }), fund: text('Slug of the fund'),
    missions: texts('Slugs of framework and mission of those that the fund is to serve'), place: text('Place, as published'), council: text('Council that leads it, as published', { orNone: true }),
    area: text('Code of the council’s area; none where it could not be matched', { orNone: true }), areaName: text('Name of that area', { orNone: true }),
    year: text('Financial year; none where the file gives none', { orNone: true, example: '2021/22' }), dayToDay: number('Pounds for day-to-day spending', { orNone: true }),
    capital: number('Pounds for capital', { orNone: true }), total: number('Pounds in all, as published', { orNone: true }), addsUp: flag('The parts make the total; none where there is no money', { orNone: true }),
  }),
  key: { id: 'text' }, id: 'id',
  filters: [
    { name: 'fund', kind: 'text', description: 'Slug of the fund' }, { name: 'area', kind: 'text', description: 'Code of the authority', example: 'E08000016' },
    { name: 'year', kind: 'text', description: 'Financial year', example: '2021/22' }, { name: 'mission', field: 'missions', by: 'has', kind: 'text', description: 'Slugs of framework and mission', example: 'levelling-up-2022/skills' },
  ],
  source: {
    sql: `WITH ${COUNTING}
          SELECT c.file_id || '-' || c."row" AS id, f.slug AS fund, f.missions, c.place, c.council, a.code AS area, a.name AS "areaName", c.year,
                 c.rdel AS "dayToDay", c.cdel AS capital, c.total, c.sum_as_published AS "addsUp"
            FROM counting c JOIN funds f ON f.id = c.fund_id LEFT JOIN areas a ON a.id = c.area_id`,
  },
};
