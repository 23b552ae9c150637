import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataGapsQueries } from '#features/data-gaps/data-gaps.queries.js';
import { DataGapsService } from '#features/data-gaps/data-gaps.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { raiseOffTrack } from '../factories/alert.factory.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const days = (which: string, day: string, month: string, year: string): Record<string, string> => ({ [`${which}Day`]: day, [`${which}Month`]: month, [`${which}Year`]: year });

/** A line of the plan that the release of July 2027 is to show. */
const LINE = {
  action: 'Open 20 hubs', owner: 'Director of schools', expectedEffect: '2 points more', expectedChange: '2', metric: 'key-stage-2',
  ...days('due', '31', '12', '2026'), ...days('release', '15', '7', '2027'),
};

const RAISED: PageState[] = [
  ['one raised', 'visitor', '/alerts'],
  ['none of this state', 'visitor', '/alerts?status=closed'],
  ['one raised', 'visitor', '/alerts/departments'],
  ['raised', 'visitor', '/alerts/{alert}'],
  ['raised', 'official', '/alerts/{alert}'],
  ['raised', 'chair', '/alerts/{alert}'],
  ['moved on', 'chair', '/alerts/{alert}/decide'],
  ['empty', 'official', '/alerts/{alert}/acknowledge'],
  ['refused', 'official', '/alerts/{alert}/acknowledge', { ownerName: '', ownerJob: '' }],
  ['conflict', 'official', '/alerts/{alert}/acknowledge', { ownerName: 'Helen Marsh', ownerJob: 'Director', ...STALE }],
  ['empty', 'official', '/alerts/{alert}/query'],
  ['refused', 'official', '/alerts/{alert}/query', { reason: ' ' }],
  ['asked', 'official', '/alerts/{alert}/query', { reason: 'Which figures?' }],
  ['empty', 'sro', '/alerts/{alert}/ask-time'],
  ['refused', 'sro', '/alerts/{alert}/ask-time', { reason: '' }],
  ['asked', 'sro', '/alerts/{alert}/ask-time', { reason: 'A reorganisation.' }],
  ['empty', 'chair', '/alerts/{alert}/reply'],
  ['refused', 'chair', '/alerts/{alert}/reply', { reason: '' }],
  ['replied', 'chair', '/alerts/{alert}/reply', { reason: 'Those of May.' }],
  ['acknowledged', 'official', '/alerts/{alert}/acknowledge', { ownerName: 'Helen Marsh', ownerJob: 'Director' }],
];

const PLAN: PageState[] = [
  ['empty', 'official', '/alerts/{alert}/answer'],
  ['empty', 'official', '/alerts/{alert}/answer/summary'],
  ['refused', 'official', '/alerts/{alert}/answer/summary', { summary: 'a'.repeat(20_001) }],
  ['empty', 'official', '/alerts/{alert}/answer/actions/new'],
  ['kept, with every gap named', 'official', '/alerts/{alert}/answer/actions/new', { action: '', owner: '', expectedEffect: '', expectedChange: 'x', metric: '', ...days('due', '31', '2', '2026'), ...days('release', '', '', '') }],
  ['with gaps', 'official', '/alerts/{alert}/answer/actions/1'],
  ['refused', 'sro', '/alerts/{alert}/answer/publish', {}],
  ['conflict', 'official', '/alerts/{alert}/answer/actions/1', { ...LINE, ...STALE }],
  ['filled', 'official', '/alerts/{alert}/answer/actions/1', LINE],
  ['a second line', 'official', '/alerts/{alert}/answer/actions/new', { ...LINE, action: 'Hire tutors' }],
  ['to remove', 'official', '/alerts/{alert}/answer/actions/2/remove'],
  ['removed', 'official', '/alerts/{alert}/answer/actions/2/remove', {}],
  ['summed up', 'official', '/alerts/{alert}/answer/summary', { summary: 'Catch up by summer.' }],
  ['filled', 'official', '/alerts/{alert}/answer'],
  ['to publish', 'sro', '/alerts/{alert}/answer/publish'],
  ['conflict', 'sro', '/alerts/{alert}/answer/publish', STALE],
  ['answered', 'sro', '/alerts/{alert}/answer/publish', {}],
  ['answered late', 'visitor', '/alerts/departments'],
  ['empty', 'chair', '/alerts/{alert}/decide'],
  ['refused', 'chair', '/alerts/{alert}/decide', {}],
  ['refused without a reason', 'chair', '/alerts/{alert}/decide', { decision: 'not-accept', reason: '' }],
  ['conflict', 'chair', '/alerts/{alert}/decide', { decision: 'accept', reason: '', ...STALE }],
  ['accepted', 'chair', '/alerts/{alert}/decide', { decision: 'accept', reason: '' }],
  ['waits for its release', 'visitor', '/alerts/{alert}'],
];

/** The day after the answer was due. */
const LETTERS: PageState[] = [
  ['empty', 'visitor', '/letters'],
  ['nothing drafted', 'chair', '/letters'],
  ['without response', 'visitor', '/alerts/{alert}'],
  ['without response', 'visitor', '/alerts'],
  ['escalated, with a draft', 'chair', '/alerts/{alert}/decide', { decision: 'escalate', reason: 'Silence.' }, ['letter', /LT-2026-\w{4}/]],
  ['a draft', 'chair', '/letters/{letter}'],
  ['a draft in the list', 'member', '/letters'],
  ['with a letter under way', 'chair', '/alerts/{alert}'],
  ['drafted', 'chair', '/letters/{letter}/edit'],
  ['conflict', 'chair', '/letters/{letter}/edit', { subject: 'S', body: 'Typed in vain', ...STALE }],
  ['emptied', 'chair', '/letters/{letter}/edit', { subject: '', secretaryOfState: '', selectCommittee: '', other: '', body: '', answerWorkingDays: 'x' }],
  ['with gaps', 'chair', '/letters/{letter}/publish'],
  ['refused', 'chair', '/letters/{letter}/publish', {}],
  ['filled', 'chair', '/letters/{letter}/edit', { subject: 'Education is off track', secretaryOfState: 'Secretary of State', selectCommittee: 'Chair, Education Committee', other: '', body: 'What will you do?', answerWorkingDays: '20' }],
  ['every version', 'chair', '/letters/{letter}/versions'],
  ['to publish', 'member', '/letters/{letter}/publish'],
  ['conflict', 'member', '/letters/{letter}/publish', STALE],
  ['published', 'member', '/letters/{letter}/publish', {}],
  ['moved on', 'chair', '/letters/{letter}/edit'],
  ['moved on', 'chair', '/letters/{letter}/publish'],
  ['published', 'visitor', '/letters/{letter}'],
  ['filled', 'visitor', '/letters'],
  ['empty', 'reviewer', '/letters/received'],
  ['refused', 'reviewer', '/letters/received', { answers: '', sender: '', subject: '', body: '', ...days('received', '31', '2', '2026') }],
  ['received', 'reviewer', '/letters/received', { answers: '{letter}', sender: 'Secretary of State', subject: 'Your letter', body: 'We shall.', ...days('received', '30', '6', '2026') }],
  ['answered', 'visitor', '/letters/{letter}'],
];

const OF_ONES_OWN: PageState[] = [
  ['empty', 'member', '/letters/new'],
  ['refused', 'member', '/letters/new', { about: 'AL-2026-AAAA', subject: 'On schools', body: 'Text' }],
  ['a draft', 'member', '/letters/new', { subject: 'On schools', secretaryOfState: '', selectCommittee: '', other: '', body: '', answerWorkingDays: '' }, ['own', /LT-2026-\w{4}/]],
  ['to drop', 'member', '/letters/{own}/drop'],
  ['refused', 'member', '/letters/{own}/drop', { reason: ' ' }],
  ['conflict', 'member', '/letters/{own}/drop', { reason: 'Overtaken.', ...STALE }],
  ['dropped', 'member', '/letters/{own}/drop', { reason: 'Overtaken.' }],
  ['dropped', 'chair', '/letters/{own}'],
];

const EFFECT: PageState[] = [
  ['its effect looked for', 'visitor', '/alerts/{alert}'],
  ['to close', 'chair', '/alerts/{alert}/decide'],
  ['refused', 'chair', '/alerts/{alert}/decide', { decision: 'close', reason: '' }],
  ['closed', 'chair', '/alerts/{alert}/decide', { decision: 'close', reason: 'It is shown.' }],
  ['moved on', 'chair', '/alerts/{alert}/decide'],
  ['closed', 'visitor', '/alerts/{alert}'],
  ['as it stood', 'visitor', '/alerts/{alert}/as-of/2026-06-02'],
  ['with closed ones', 'visitor', '/alerts'],
  ['filled', 'visitor', '/alerts/departments'],
];

const GAPS: PageState[] = [
  ['filled', 'visitor', '/data-gaps'],
  ['none of this kind', 'visitor', '/data-gaps?kind=coverage'],
  ['open', 'visitor', '/data-gaps/{gap}'],
  ['open', 'statistician', '/data-gaps/{gap}/edit'],
  ['refused', 'statistician', '/data-gaps/{gap}/edit', { ownerId: 'nobody', ownerPerson: '', plan: '', resource: '', day: '31', month: '2', year: '2027', reason: '' }],
  ['conflict', 'statistician', '/data-gaps/{gap}/edit', { ownerId: '{dfe}', ownerPerson: 'Jo Field', plan: '', resource: '', day: '1', month: '9', year: '2027', reason: 'Field work.', ...STALE }],
  ['changed', 'statistician', '/data-gaps/{gap}/edit', { ownerId: '{dfe}', ownerPerson: 'Jo Field', plan: '', resource: '', day: '1', month: '9', year: '2027', reason: 'Field work.' }],
  ['empty', 'official', '/data-gaps/{gap}/plan'],
  ['refused', 'official', '/data-gaps/{gap}/plan', { plan: 'A larger sample.', resource: '' }],
  ['conflict', 'official', '/data-gaps/{gap}/plan', { plan: 'A larger sample.', resource: '£2 million', ...STALE }],
  ['planned', 'official', '/data-gaps/{gap}/plan', { plan: 'A larger sample.', resource: '£2 million' }],
  ['empty', 'statistician', '/data-gaps/{gap}/decide'],
  ['refused', 'statistician', '/data-gaps/{gap}/decide', { decision: 'decline', reason: '' }],
  ['conflict', 'statistician', '/data-gaps/{gap}/decide', { decision: 'decline', reason: 'It costs more than it tells.', ...STALE }],
  ['declined', 'statistician', '/data-gaps/{gap}/decide', { decision: 'decline', reason: 'It costs more than it tells.' }],
  ['to open again', 'statistician', '/data-gaps/{gap}/decide'],
  ['closed after being opened', 'statistician', '/data-gaps/{gap}/decide', { decision: 'reopen', reason: 'There is money.' }],
  ['closed', 'statistician', '/data-gaps/{gap}/decide', { decision: 'close', reason: 'Replaced.' }],
  ['moved on', 'statistician', '/data-gaps/{gap}/decide'],
  ['with an ended one', 'visitor', '/data-gaps'],
];

describe('the pages of alerts, letters and data gaps', () => {
  let states: PageStates;
  let education: EducationMission;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    const statistician = await savePerson(waymark, 'Stat Istician', ['statistician'], 'council');
    const { official, sro, otherSro, reviewer, member, chair } = education.people;
    const emails = Object.entries({ official, sro, otherSro, reviewer, member, chair, statistician }).map(([name, { email }]) => [name, email]);
    states = await PageStates.start(waymark, Object.fromEntries(emails) as Record<string, string>);
    await states.show(['empty', 'visitor', '/alerts']);
    await states.show(['empty', 'visitor', '/alerts/departments']);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 66 }, '2026-05-01');
    states.kept['alert'] = (await raiseOffTrack(waymark, education)).reference;
    const { metric, mission, target } = education;
    const about = { metricId: metric.id, geography: 'E92000001', geographyName: 'England', missionId: mission.id, targetIds: [target.id], judgementId: null };
    await states.show(['empty', 'visitor', '/data-gaps']);
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) =>
      waymark.get(DataGapsService).syncInTransaction(tx, [{ ...about, kind: 'noise', sentence: 'The error hides the answer.', decidingRelease: '2030-12-15' }]),
    );
    Object.assign(states.kept, { gap: (await waymark.get(DataGapsQueries).all())[0]?.reference, dfe: education.organisations.dfe.id });
  }, 60_000);
  afterAll(() => states?.close());

  it.each(GAPS)('gaps: %s, %s at %s', (...state) => states.show(state));
  it.each(RAISED)('alerts: %s, %s at %s', (...state) => states.show(state));

  describe('when no answer came in time', () => {
    beforeAll(async () => {
      states.later('2026-06-30T08:00:00Z');
      await states.waymark.runWatches();
    });
    it.each(LETTERS)('letters: %s, %s at %s', (...state) => states.show(state));
    it.each(OF_ONES_OWN)('letters: %s, %s at %s', (...state) => states.show(state));
    it.each(PLAN)('plans: %s, %s at %s', (...state) => states.show(state));
  });

  describe('when the release has come that was to show the effect', () => {
    beforeAll(async () => {
      states.later('2027-07-16T08:00:00Z');
      await publishFigures(states.waymark.dataSource, education, { '2025-09-01/P1Y': 66 }, '2027-07-15');
      await states.waymark.runWatches();
      states.later('2027-07-16T09:00:00Z');
    });
    it.each(EFFECT)('effects: %s, %s at %s', (...state) => states.show(state));
    it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(90));
  });
});
