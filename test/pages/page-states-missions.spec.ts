import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InterimReviewsQueries } from '#features/interim-reviews/interim-reviews.queries.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const MISSION = '/frameworks/levelling-up-2022/missions/education';
const DRAFT = '/council/quality-reviews/{mission}';
const DAY = { day: '1', month: '7', year: '2027' };
const NO_DAY = { day: '31', month: '2', year: '2026' };

/** One whole finding of each section, and the fields that are empty where nothing was filled in. */
const FINDINGS: Record<string, Record<string, string>> = {
  terms: { term: 'a good school', clause: 'a', unclear: 'Which one?', definition: '', definedBy: '', day: '', month: '', year: '' },
  coverage: { clause: 'a', state: 'uncovered', note: 'Early years.' },
  breadth: { scope: 'narrow', leftOut: 'Early years.', reasons: 'One measure.' },
  ambition: { aspect: 'whole mission', verdict: 'too-ambitious', reasons: 'No precedent.' },
  alignment: { answer: 'partly', reasons: 'Only in the worst areas.' },
  incentives: { route: 'Pupils on the borderline.', balancingMetric: 'Attainment at 5', finding: '', ...DAY },
  geography: { measure: 'Key stage 2', measuredAt: 'Regions', recommended: 'Local authorities', reason: 'It varies.' },
};

const ofSection = ([section, fields]: [string, Record<string, string>]): PageState[] => [
  [`${section}, empty`, 'member', `${DRAFT}/add/${section}`],
  [`refused, ${section}`, 'member', `${DRAFT}/add/${section}`, Object.fromEntries(Object.keys(fields).map((name) => [name, '']))],
  ...('day' in fields ? [[`refused, ${section} without a real date`, 'member', `${DRAFT}/add/${section}`, { ...fields, ...NO_DAY }] as PageState] : []),
  [`conflict, ${section}`, 'member', `${DRAFT}/add/${section}`, { ...fields, ...STALE }],
  // the draft begins with every clause of the text
  ...(section === 'coverage' ? [] : [[`added, ${section}`, 'reviewer', `${DRAFT}/add/${section}`, fields] as PageState]),
];

const QUALITY: PageState[] = [
  ['empty', 'visitor', `${MISSION}/quality`],
  ['empty', 'visitor', '/frameworks/levelling-up-2022/quality'],
  ['empty', 'member', '/council/quality-reviews'],
  ['started', 'member', `/council/quality-reviews ${DRAFT}/start`, {}],
  ['with what is missing', 'member', `${DRAFT}/publish`],
  ['refused', 'member', `${DRAFT}/publish`, { rowVersion: '1' }],
  ...Object.entries(FINDINGS).flatMap(ofSection),
  ['filled', 'reviewer', DRAFT, undefined, ['finding', /(?<=findings\/)[\w-]+(?=$|\/)/]],
  ['to change', 'member', `${DRAFT}/findings/{finding}`],
  ['refused', 'member', `${DRAFT}/findings/{finding}`, { term: '', clause: '', unclear: '' }],
  ['conflict', 'member', `${DRAFT}/findings/{finding}`, { term: 'x', clause: 'a', unclear: 'y', ...STALE }],
  ['to remove', 'member', `${DRAFT}/findings/{finding}/remove`],
  ['conflict', 'member', `${DRAFT}/findings/{finding}/remove`, STALE],
  ['removed', 'member', `${DRAFT}/findings/{finding}/remove`, {}],
  ['in the list', 'reviewer', '/council/quality-reviews'],
  ['to publish', 'member', `${DRAFT}/publish`],
  ['conflict', 'member', `${DRAFT}/publish`, STALE],
  ['published', 'member', `${DRAFT}/publish`, {}],
  ['moved on', 'member', DRAFT],
  ['moved on', 'member', `${DRAFT}/add/ambition`, FINDINGS['ambition']],
  ['filled', 'visitor', `${MISSION}/quality`],
  ['filled', 'visitor', '/frameworks/levelling-up-2022/quality'],
  ['a second round', 'member', `/council/quality-reviews ${DRAFT}/start`, {}],
  ['published again', 'member', `${DRAFT}/publish`, {}],
  ['an earlier version', 'visitor', `${MISSION}/quality/versions/1`],
  ['beside its review', 'visitor', MISSION],
];

const REVIEW = '/interim-reviews/{review}';
const RESET = `${REVIEW}/targets/expected-standard/reset`;
const REPLACE = `${REVIEW}/targets/expected-standard/replace`;

const WAITING: PageState[] = [
  ['waiting for figures', 'visitor', '/interim-reviews'],
  ['waiting for figures', 'visitor', REVIEW],
  ['waiting for figures', 'member', REVIEW],
  ['empty', 'official', `${REVIEW}/answer`],
  ['refused', 'official', `${REVIEW}/answer`, { effects: ' ' }],
  ['conflict', 'official', `${REVIEW}/answer`, { effects: 'Typed in vain.', ...STALE }],
  ['moved on', 'member', `${REVIEW}/decide`],
  ['moved on', 'member', RESET],
];

const DECIDED: PageState[] = [
  ['with its figures, without an answer', 'visitor', REVIEW],
  ['with its figures', 'member', `${REVIEW}/effects`],
  ['refused', 'member', `${REVIEW}/effects`, { effects: '' }],
  ['conflict', 'member', `${REVIEW}/effects`, { effects: 'Typed in vain.', ...STALE }],
  ['found by the council', 'member', `${REVIEW}/effects`, { effects: 'None that we have seen.' }],
  ['moved on', 'official', `${REVIEW}/answer`, { effects: 'Schools drill for the test.' }],
  ['empty', 'member', `${REVIEW}/decide`],
  ['refused', 'member', `${REVIEW}/decide`, { reason: '' }],
  ['conflict', 'member', `${REVIEW}/decide`, { recommendation: 'reset', reason: 'Out of reach.', ...STALE }],
];

const typed = (fields: Record<string, string>) => ({ value: '90', period: '2029-09-01/P1Y', metric: 'key-stage-2', setBy: 'DfE', reason: 'No tests.', ...fields });

const TO_RESET: PageState[] = [
  ['to be reset', 'member', `${REVIEW}/decide`, { recommendation: 'reset', reason: 'Out of reach.' }],
  ['moved on', 'member', `${REVIEW}/decide`],
  ['moved on', 'member', `${REVIEW}/effects`],
  ['empty', 'member', RESET],
  ['refused, nothing typed', 'member', RESET, { value: '', period: '', metric: '', setBy: '', reason: '' }],
  ['refused, no number', 'member', RESET, typed({ value: 'x', period: '2017-09-01/P1Y', metric: 'nothing' })],
  ['refused, nothing changed', 'member', RESET, typed({})],
  ['conflict', 'member', RESET, { ...typed({ value: '60' }), ...STALE }],
  ['reset to another value', 'member', RESET, typed({ value: '60' })],
  ['once reset', 'member', RESET],
  ['reset to another date', 'member', RESET, typed({ value: '60', period: '2034-09-01/P1Y' })],
  ['reset to another metric', 'member', RESET, typed({ value: '60', period: '2034-09-01/P1Y', metric: 'attendance' })],
  ['reset', 'visitor', REVIEW],
  ['reset', 'visitor', '/interim-reviews'],
  ['with its resets', 'visitor', MISSION],
];

const TO_REPLACE: PageState[] = [
  ['met', 'visitor', REVIEW],
  ['moved on, as the department has time', 'member', `${REVIEW}/effects`],
  ['answered', 'official', `${REVIEW}/answer`, { effects: 'None that we know.' }],
  ['to be replaced', 'member', `${REVIEW}/decide`, { recommendation: 'replace', reason: 'Asks for too little.' }],
  ['to be replaced', 'member', REVIEW],
  ['empty', 'member', REPLACE],
  ['refused', 'member', REPLACE, { title: '', metric: '', kind: '', value: 'x', period: '', setBy: '', reason: '' }],
  ['conflict', 'member', REPLACE, { ...typed({ title: '70% by 2035', kind: 'level', value: '70', period: '2034-09-01/P1Y' }), ...STALE }],
  ['replaced', 'member', REPLACE, typed({ title: '70% by 2035', kind: 'level', value: '70', period: '2034-09-01/P1Y' })],
  ['moved on', 'member', REPLACE],
  ['replaced', 'visitor', REVIEW],
  ['with two targets', 'visitor', MISSION],
];

describe('the pages of quality reviews and interim reviews', () => {
  let states: PageStates;
  let education: EducationMission;

  /** The target's interim target of a school year, and the figure that decides on it. */
  const open = async (period: string, instant: string): Promise<void> => {
    const milestones: Target['milestones'] = [{ period, kind: 'interim-target', value: 75 }];
    const { id, firstPublished } = education.target;
    await states.waymark.dataSource.getRepository(Target).update({ id }, { milestones: milestones as never, firstPublished: { ...firstPublished, milestones } as never });
    states.later(instant);
    await states.waymark.runWatches();
    states.kept['review'] = (await states.waymark.get(InterimReviewsQueries).all())[0]?.reference ?? '';
  };

  beforeAll(async () => {
    const waymark = await startTestApplication();
    waymark.clock.set('2025-08-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { openTerms: [{ term: 'expected standard', clause: 'a', note: 'Which one?' }] });
    const { id: _, ...metric } = education.metric;
    await waymark.dataSource.getRepository(Metric).save({ ...metric, slug: 'attendance', name: 'Attendance' });
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2024-12-10');
    const { member, reviewer, official } = education.people;
    states = await PageStates.start(waymark, { member: member.email, reviewer: reviewer.email, official: official.email });
    states.kept['mission'] = education.mission.id;
    await states.show(['empty', 'visitor', '/interim-reviews']);
  }, 60_000);
  afterAll(() => states?.close());

  it.each(QUALITY)('quality: %s, %s at %s', (...state) => states.show(state));

  describe('when an interim date has passed', () => {
    beforeAll(() => open('2024-09-01/P1Y', '2025-09-01T08:00:00Z'));
    it.each(WAITING)('%s, %s at %s', (...state) => states.show(state));
  });

  describe('when the figures have come', () => {
    beforeAll(async () => {
      await publishFigures(states.waymark.dataSource, education, { '2024-09-01/P1Y': 62 }, '2025-12-11');
      states.later('2025-12-11T09:30:00Z');
      await states.waymark.runWatches();
    });
    it.each(DECIDED)('%s, %s at %s', (...state) => states.show(state));
    it.each(TO_RESET)('%s, %s at %s', (...state) => states.show(state));
  });

  describe('when the next date has passed', () => {
    beforeAll(async () => {
      await publishFigures(states.waymark.dataSource, education, { '2025-09-01/P1Y': 76 }, '2026-12-11');
      await states.waymark.dataSource.getRepository(Target).update({ id: education.target.id }, { metricId: education.metric.id });
      await open('2025-09-01/P1Y', '2027-01-04T08:00:00Z');
    });
    it.each(TO_REPLACE)('%s, %s at %s', (...state) => states.show(state));
    it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(90));
  });
});
