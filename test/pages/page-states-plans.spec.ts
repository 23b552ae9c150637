import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const LISTS = ['outcomes', 'metrics', 'policies', 'milestones', 'programmes', 'funding', 'staffing', 'dependencies'];
const NEEDED = { neededByDay: '1', neededByMonth: '9', neededByYear: '2999' };

/** In the order of the work on one empty plan. */
const SECTIONS: PageState[] = [
  ['refused', 'official', '/delivery-plans/{plan}/summary', { summary: 'word '.repeat(2001) }],
  ['conflict', 'official', '/delivery-plans/{plan}/summary', { summary: 'Tutors.', ...STALE }],
  ['written', 'official', '/delivery-plans/{plan}/summary', { summary: 'Tutors.' }],
  ['refused', 'official', '/delivery-plans/{plan}/contributions/education', { contribution: 'word '.repeat(2001), moneyMillions: 'much' }],
  ['written', 'official', '/delivery-plans/{plan}/contributions/education', { contribution: 'Tutors', policies: 'Tutoring', moneyMillions: '0.3', clauses: 'a' }],
  ...LISTS.map((list): PageState => ['refused', 'official', `/delivery-plans/{plan}/lists/${list}/add`, {}]),
  ['added', 'official', '/delivery-plans/{plan}/lists/outcomes/add', { title: 'Pupils catch up', description: 'In every area' }],
  ['conflict', 'official', '/delivery-plans/{plan}/lists/outcomes/add', { title: 'Pupils catch up', description: 'In every area', ...STALE }],
  ['added', 'official', '/delivery-plans/{plan}/lists/funding/add', { title: 'Tutors', kind: 'resource', mission: 'education', moneyMillions: '0.1', source: 'Tutoring fund' }],
  ['refused', 'official', '/delivery-plans/{plan}/totals/funding', { total: 'much' }],
  ['total that does not add up', 'official', '/delivery-plans/{plan}/totals/funding', { total: '0.3' }],
  ['added', 'official', '/delivery-plans/{plan}/lists/staffing/add', { team: 'Tutoring team', mission: 'education', staff: '7.5' }],
  ['added', 'official', '/delivery-plans/{plan}/lists/dependencies/add', { department: 'dhsc', mission: 'education', what: 'School nurses', ...NEEDED }],
  ['refused: it does not add up', 'official', '/delivery-plans/{plan}/check', {}],
  ['nothing to answer', 'other', '/plans/dependencies'],
];

describe('the pages of plans', () => {
  let states: PageStates;
  let make: SubmissionFactory;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    const education = await saveEducationMission(waymark.dataSource);
    const { official, sro, reviewer, member } = education.people;
    const other = await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
    make = new SubmissionFactory(waymark, education);
    states = await PageStates.start(waymark, { official: official.email, sro: sro.email, reviewer: reviewer.email, member: member.email, other: other.email });
    states.kept['plan'] = (await make.open('delivery-plan')).id;
  }, 60_000);
  afterAll(() => states?.close());

  it.each(SECTIONS)('%s, %s at %s', (...state) => states.show(state));

  it('filled, each line too: every page of it', async () => {
    await states.sweep('official', '/delivery-plans/:id', states.kept['plan'] ?? '');
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
    const { id } = state === 'empty' ? await make.open('delivery-plan') : await make.in(state, 'delivery-plan');
    for (const person of people) await states.sweep(person, '/delivery-plans/:id', id);
  }, 60_000);

  it.each<PageState>([
    ['with accepted plans', 'visitor', '/frameworks/levelling-up-2022/missions/education/plans'],
    ['with accepted plans', 'member', '/frameworks/levelling-up-2022/missions/education/plans'],
  ])('the crosswalk %s, %s at %s', (...state) => states.show(state));

  it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(200));
});
