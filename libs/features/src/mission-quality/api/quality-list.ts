import { Injectable } from '@nestjs/common';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';
import { QUALITY_TABLE } from '../quality-csv.js';
import { type QualityLine } from '../quality-lines.js';
import { QualityLinesQueries } from '../quality-lines.queries.js';
import { QualityResponse, qualityResponse } from './quality.response.js';

@Injectable()
export class QualityList implements ListSource<QualityResponse> {
  constructor(private readonly quality: QualityLinesQueries) {}

  async all({ framework }: Readonly<Record<string, string>>): Promise<QualityResponse[]> {
    return (await this.quality.of(framework ?? '')).lines.map(qualityResponse);
  }
}

export const QUALITY: OpenList = {
  path: 'frameworks/:framework/quality', tag: 'missions', title: 'Quality of the missions', noun: 'That framework',
  description: 'How well a mission is made, by the review that holds.',
  item: QualityResponse, key: { number: 'id' }, id: 'mission', within: { framework: 'framework' }, source: QualityList,
  // an item has the fields of a line, whose cells they read
  columns: QUALITY_TABLE.map(({ cell, ...column }) => ({ ...column, cell: (item) => cell(item as unknown as QualityLine) })),
};

const { text, whole, day, instant, free } = field;

export const QUALITY_FINDINGS: OpenList = {
  path: 'quality-findings', tag: 'missions', title: 'Findings on the quality of missions', noun: 'That finding',
  description: 'One finding of a published review of a mission, with who wrote it and when. A later version takes a finding over until somebody changes it.',
  item: shapeOf('QualityFindingResponse', {
    id: text('Names the finding for ever'),
    framework: text('Slug of the framework', { example: 'levelling-up-2022' }),
    mission: text('Slug of the mission', { example: 'education' }),
    version: whole('Number of the published review, from 1'),
    effectiveOn: day('Day from which that version holds'),
    source: text('Author of a review that is not the council’s own', { orNone: true }),
    section: text('What the finding is about', { example: 'terms' }),
    position: whole('Order within the section'),
    values: free('What was written in each field of the section'),
    pages: text('Pages of its source', { orNone: true }),
    writtenBy: text('Who wrote it'),
    writtenAt: instant('When it was written'),
  }),
  key: { id: 'text' }, id: 'id',
  filters: [
    { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' },
    { name: 'section', kind: 'text', description: 'What the finding is about' },
  ],
  source: {
    sql: `SELECT q.id::text AS id, f.slug AS framework, m.slug AS mission, r.number AS version, r.effective_on AS "effectiveOn", r.source ->> 'author' AS source, q.section,
                 q.position, q.values, q.pages, q.writer_name AS "writtenBy", q.written_at AS "writtenAt"
            FROM quality_findings q JOIN quality_reviews r ON r.id = q.review_id JOIN missions m ON m.id = r.mission_id JOIN frameworks f ON f.id = m.framework_id
           WHERE r.status = 'published' AND r.number IS NOT NULL`,
  },
};
