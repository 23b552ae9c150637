import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { openReturn } from '../factories/delivered-return.factory.js';
import { publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const EVIDENCE = { kind: 'evaluation', strength: 'moderate', claim: 'Tutoring raised results.', source: 'Evaluation, NFER', page: 'page 14', link: 'https://www.gov.uk/tutoring' };
const RISK = { risk: 'Too few tutors', impact: '4', likelihood: '3', proximity: 'now', owner: 'Director of Schools', response: 'Train more.' };
const STEP = { action: 'Open ten hubs', owner: 'Director of Schools', day: '31', month: '3', year: '2027' };
const OWN = { value: '63.4%', period: 'school year 2025/26', reason: 'The census is later.', source: 'School census, DfE', published: 'yes' };

/** In the order of the work on one empty return. */
const SECTIONS: PageState[] = [
  ['with figures', 'official', '/evidence-returns/{return}/figures', undefined, ['figure', /(?<=figures\/)[\w-]+/]],
  ['refused', 'official', '/evidence-returns/{return}/figures/{figure}', { value: '', reason: '' }],
  ['departed from', 'official', '/evidence-returns/{return}/figures/{figure}', OWN],
  ['refused', 'official', '/evidence-returns/{return}/narrative', { narrative: 'word '.repeat(2001) }],
  ['conflict', 'official', '/evidence-returns/{return}/narrative', { narrative: 'Hubs.', ...STALE }],
  ['refused', 'official', '/evidence-returns/{return}/evidence/new', { kind: '', link: 'javascript:alert(1)' }],
  ['conflict', 'official', '/evidence-returns/{return}/evidence/new', { ...EVIDENCE, ...STALE }],
  ['added', 'official', '/evidence-returns/{return}/evidence/new', EVIDENCE],
  ['refused', 'official', '/evidence-returns/{return}/rating', { rating: 'amber', ratingReason: 'word '.repeat(2001) }],
  ['conflict', 'official', '/evidence-returns/{return}/rating', { rating: 'amber', ratingReason: 'So.', ...STALE }],
  ['refused', 'official', '/evidence-returns/{return}/risks/new', { risk: '' }],
  ['conflict', 'official', '/evidence-returns/{return}/risks/new', { ...RISK, ...STALE }],
  ['added', 'official', '/evidence-returns/{return}/risks/new', RISK],
  ['refused', 'official', '/evidence-returns/{return}/next-steps/new', { action: '', day: '31', month: '2' }],
  ['conflict', 'official', '/evidence-returns/{return}/next-steps/new', { ...STEP, ...STALE }],
  ['added', 'official', '/evidence-returns/{return}/next-steps/new', STEP],
  ['refused: not complete', 'official', '/evidence-returns/{return}/check', {}],
];

describe('the pages of returns', () => {
  let states: PageStates;
  let make: SubmissionFactory;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    const education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2023-09-01/P1Y': 61 }, '2026-10-01');
    const { official, sro, reviewer } = education.people;
    make = new SubmissionFactory(waymark, education);
    states = await PageStates.start(waymark, { official: official.email, sro: sro.email, reviewer: reviewer.email });
    states.kept['return'] = (await openReturn(waymark, education)).id;
  }, 60_000);
  afterAll(() => states?.close());

  it.each(SECTIONS)('%s, %s at %s', (...state) => states.show(state));

  it('filled, each item too: every page of it', async () => {
    await states.sweep('official', '/evidence-returns/:id', states.kept['return'] ?? '');
  }, 60_000);

  it.each<['empty' | SubmissionStatus, string[]]>([
    ['empty', ['official', 'sro']],
    ['draft', ['official']],
    ['awaiting-sign-off', ['sro']],
    ['submitted', ['official']],
    ['in-review', ['reviewer']],
    ['changes-requested', ['official']],
    ['accepted', ['sro']],
    ['withdrawn', ['official']],
  ])('%s: every page of it, to whoever comes to it', async (state, people) => {
    const { id } = state === 'empty' ? await make.open('evidence-return') : await make.in(state);
    for (const person of people) await states.sweep(person, '/evidence-returns/:id', id);
  }, 60_000);

  it('overdue, and closed without a delivery: every page of it', async () => {
    const { id } = await make.open('evidence-return', '2026-11-20');
    for (const instant of ['2026-11-23T10:00:00Z', '2027-01-25T10:00:00Z']) {
      states.later(instant);
      await states.waymark.runWatches();
      await states.sweep('official', '/evidence-returns/:id', id);
      await states.show(['a list of work with it', 'official', '/work']);
    }
    expect(states.look.count.pages).toBeGreaterThan(200);
  }, 60_000);
});
