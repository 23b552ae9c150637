import { REPORT_KINDS } from '#domain/reports/report-status.js';
import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';

const { text, whole, day, instant, address } = field;

/** Reports that are out; one without an edition is the council's work and not here. */
export const REPORTS: OpenList = {
  path: 'reports', tag: 'reports', title: 'Published reports', noun: 'That report',
  description: 'A report on a framework and a period that has been published, with the dates of its law.',
  item: shapeOf('ReportResponse', {
    reference: text('Names the report for ever'),
    framework: text('Slug of the framework', { example: 'levelling-up-2022' }),
    kind: text('The council’s own, or the one that the law asks for', { enum: Object.keys(REPORT_KINDS) }),
    periodFrom: day('First day of what it reports on'),
    periodTo: day('Last day of what it reports on'),
    editions: whole('How many editions are out; more than one where it was corrected'),
    firstPublishedAt: instant('When the first edition was published'),
    lastPublishedAt: instant('When the edition that holds was published'),
    dueOn: day('Last day by which it had to be delivered', { orNone: true }),
    deliveredOn: day('When it was delivered', { orNone: true }),
    laidOn: day('When it was laid before Parliament', { orNone: true }),
    paperNumber: text('Number of the paper', { orNone: true }),
  }),
  key: { reference: 'text' }, id: 'reference',
  filters: [
    { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'kind', kind: Object.keys(REPORT_KINDS), description: 'The council’s own, or the one that the law asks for' },
  ],
  source: {
    sql: `SELECT r.reference, f.slug AS framework, r.kind, r.period_from AS "periodFrom", r.period_to AS "periodTo", e.editions, e.first AS "firstPublishedAt", e.last AS "lastPublishedAt",
                 r.due_on AS "dueOn", r.delivered_on AS "deliveredOn", r.laid_on AS "laidOn", r.paper_number AS "paperNumber"
            FROM reports r JOIN frameworks f ON f.id = r.framework_id
            JOIN LATERAL (SELECT count(*) AS editions, min(e.published_at) AS first, max(e.published_at) AS last FROM report_editions e WHERE e.report_id = r.id) e ON e.editions > 0`,
  },
};

/** Editions of one report. The document itself is at its own address, byte for byte. */
export const EDITIONS: OpenList = {
  path: 'reports/:reference/editions', tag: 'reports', title: 'Editions of a report', noun: 'That edition',
  description: 'A published edition, frozen, with the SHA-256 of its canonical JSON.',
  item: shapeOf('ReportEditionResponse', {
    report: text('Reference of the report'),
    number: whole('From 1'),
    publishedAt: instant('When it was published'),
    checksum: text('SHA-256 of the document as frozen'),
    note: text('What a correction corrects', { orNone: true }),
    bytes: whole('Size of the document'),
    document: address('The canonical JSON as frozen'),
    page: address('The edition as a page'),
  }),
  key: { number: 'id' }, id: null, within: { reference: 'report' },
  source: {
    sql: `SELECT r.reference AS report, e.number, e.published_at AS "publishedAt", e.checksum, e.body::jsonb ->> 'note' AS note, octet_length(e.body) AS bytes,
                 '/api/v1/reports/' || r.reference || '/editions/' || e.number AS document, '/reports/' || r.reference || '/editions/' || e.number AS page
            FROM report_editions e JOIN reports r ON r.id = e.report_id`,
  },
};
