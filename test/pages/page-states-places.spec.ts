import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Area } from '#features/areas/area.entity.js';
import { Observation } from '#features/observations/observation.entity.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { savePlacePeople } from '../factories/place-people.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const days = (which: string, day: string, month: string, year: string): Record<string, string> => ({ [`${which}Day`]: day, [`${which}Month`]: month, [`${which}Year`]: year });
const ASKED = { organisationId: '{leeds}', question: 'What of the hubs?', about: 'narrative', day: '1', month: '12', year: '2026' };
const ITEM = { kind: 'evaluation', strength: 'moderate', claim: 'Attendance rose.', source: 'School census', page: '4', link: 'https://www.gov.uk/census' };

const CONTRIBUTIONS: PageState[] = [
  ['empty', 'leeds', '/contributions'],
  ['nobody asked', 'official', '/evidence-returns/{return}/contributions'],
  ['empty', 'official', '/evidence-returns/{return}/contributions/new'],
  ['refused', 'official', '/evidence-returns/{return}/contributions/new', { organisationId: '', question: '', day: '', month: '', year: '' }],
  ['asked', 'official', '/evidence-returns/{return}/contributions/new', ASKED],
  ['asked', 'leeds', '/contributions', undefined, ['contribution', /(?<=contributions\/)[\w-]{36}/]],
  ['asked', 'leeds', '/contributions/{contribution}'],
  ['empty', 'leeds', '/contributions/{contribution}/answer'],
  ['refused', 'leeds', '/contributions/{contribution}/answer', { answer: ' ' }],
  ['conflict', 'leeds', '/contributions/{contribution}/answer', { answer: 'Ours.', ...STALE }],
  ['answered', 'leeds', '/contributions/{contribution}/answer', { answer: 'Hubs opened.' }],
  ['refused', 'leeds', '/contributions/{contribution}/evidence/new', { claim: '', source: '', page: '', link: 'ftp://x' }],
  ['with evidence', 'leeds', '/contributions/{contribution}/evidence/new', ITEM],
  ['with evidence', 'leeds', '/contributions/{contribution}', undefined, ['item', /(?<=evidence\/)(?!new)[\w-]+/]],
  ['to change', 'leeds', '/contributions/{contribution}/evidence/{item}'],
  ['to remove', 'leeds', '/contributions/{contribution}/evidence/{item}/remove'],
  ['refused', 'leeds', '/contributions/{contribution}/decline', { reason: '' }],
  ['to give', 'leeds', '/contributions/{contribution}/give'],
  ['given', 'leeds', '/contributions/{contribution}/give', {}],
  ['given', 'official', '/evidence-returns/{return}/contributions'],
  ['to take back', 'leeds', '/contributions/{contribution}/take-back'],
  ['taken back', 'leeds', '/contributions/{contribution}/take-back', {}],
  ['declined', 'leeds', '/contributions/{contribution}/decline', { reason: 'Not ours.' }],
  ['declined', 'official', '/evidence-returns/{return}/contributions'],
];

const NEW = {
  subject: '{target}', title: 'A later target', question: 'Should the target be moved?', documents: 'The paper https://example.org/paper', who: 'every',
  ...days('opens', '23', '11', '2026'), ...days('closes', '11', '12', '2026'), ...days('respond', '15', '1', '2027'),
};

const CONSULTATIONS: PageState[] = [
  ['empty', 'visitor', '/consultations'],
  ['empty', 'official', '/consultations/new'],
  ['refused', 'official', '/consultations/new', { ...NEW, subject: '', title: '', documents: 'none', who: 'some' }],
  ['announced', 'official', '/consultations/new', NEW, ['consultation', /(?<=consultations\/)CN[\w-]+/]],
  ['open', 'visitor', '/consultations'],
  ['open', 'leedsDirector', '/consultations/{consultation}'],
  ['empty', 'leedsDirector', '/consultations/{consultation}/reply'],
  ['refused', 'leedsDirector', '/consultations/{consultation}/reply', { text: ' ', publish: 'no' }],
  ['conflict', 'leedsDirector', '/consultations/{consultation}/reply', { text: 'Yes.', publish: 'yes', ...STALE }],
  ['written', 'leedsDirector', '/consultations/{consultation}/reply', { text: 'Move it.', publish: 'yes' }],
  ['to send', 'leedsDirector', '/consultations/{consultation}/reply/send'],
  ['sent', 'leedsDirector', '/consultations/{consultation}/reply/send', {}],
  ['sent already', 'leedsDirector', '/consultations/{consultation}/reply/send'],
  ['to take back', 'leedsDirector', '/consultations/{consultation}/reply/take-back'],
  ['refused', 'official', '/consultations/{consultation}/withdraw', { reason: '' }],
  ['replied', 'official', '/consultations/{consultation}'],
];

const AFTERWARDS: PageState[] = [
  ['closed', 'official', '/consultations/{consultation}'],
  ['refused', 'official', '/consultations/{consultation}/respond', { changes: '', reason: '' }],
  ['responded', 'official', '/consultations/{consultation}/respond', { changes: 'It is moved.', reason: 'Leeds asked.' }],
  ['responded', 'visitor', '/consultations'],
];

const PROPOSAL = { title: 'A reading hub', areaCode: 'E08000035', missionId: '{mission}', departmentId: '{dfe}', ask: 'Fund a hub.', cost: '£2 million', evidence: 'Our study' };

const PROPOSALS: PageState[] = [
  ['empty', 'visitor', '/proposals'],
  ['empty', 'leedsDirector', '/proposals/new'],
  ['refused', 'leedsDirector', '/proposals/new', { title: '', areaCode: 'X1', missionId: '', departmentId: '' }],
  ['received', 'leedsDirector', '/proposals/new', PROPOSAL, ['proposal', /(?<=proposals\/)LP[\w-]+/]],
  ['received', 'official', '/proposals/{proposal}'],
  ['moved on', 'official', '/proposals/{proposal}/answer'],
  ['to acknowledge', 'official', '/proposals/{proposal}/acknowledge'],
  ['conflict', 'official', '/proposals/{proposal}/acknowledge', STALE],
  ['acknowledged', 'official', '/proposals/{proposal}/acknowledge', {}],
  ['refused', 'leedsDirector', '/proposals/{proposal}/withdraw', { words: '' }],
  ['taken up', 'official', '/proposals/{proposal}/take-up', {}],
  ['refused', 'official', '/proposals/{proposal}/answer', { words: ' ' }],
  ['conflict', 'official', '/proposals/{proposal}/answer', { outcome: 'accepted-in-part', words: 'One hub.', ...STALE }],
  ['answered', 'official', '/proposals/{proposal}/answer', { outcome: 'accepted-in-part', words: 'One hub.' }],
  ['answered', 'visitor', '/proposals'],
];

const DIRECTOR = { name: 'Dee Director', userId: '{director}', places: 'E08000035', contact: 'dee@example.org', appointedBy: 'Secretary of State', ...days('since', '5', '1', '2026') };

const DIRECTORS: PageState[] = [
  ['empty', 'visitor', '/directors'],
  ['empty', 'administrator', '/directors/new'],
  ['refused', 'administrator', '/directors/new', { name: '', places: 'E99999999' }],
  ['added', 'administrator', '/directors/new', DIRECTOR],
  ['filled', 'administrator', '/directors', undefined, ['entry', /(?<=directors\/)[\w-]{36}/]],
  ['to change', 'administrator', '/directors/{entry}/edit'],
  ['refused', 'administrator', '/directors/{entry}/edit', { name: '' }],
  ['conflict', 'administrator', '/directors/{entry}/edit', { ...DIRECTOR, ...STALE }],
  ['filled', 'leedsDirector', '/briefings'],
  ['filled', 'leedsDirector', '/places/E08000035/briefing'],
  ['with everything of the place', 'visitor', '/organisations/leeds'],
  ['of a department', 'visitor', '/organisations/dfe'],
];

const BEFORE_THE_HOUR: PageState[] = [
  ['empty', 'visitor', '/pre-release-access'],
  ['nothing open', 'leeds', '/pre-release'],
  ['to open', 'statistician', '/statistics/pre-release'],
  ['to open', 'statistician', '/statistics/pre-release/{release}'],
  ['refused', 'statistician', '/statistics/pre-release/{release}', { hours: 'x', bodies: 'none' }],
  ['opened', 'statistician', '/statistics/pre-release/{release}', { hours: '24', bodies: '{leeds}' }],
];

const IN_THE_WINDOW: PageState[] = [
  ['open', 'leeds', '/pre-release', undefined, ['window', /(?<=pre-release\/)[\w-]{36}/]],
  ['open', 'leeds', '/pre-release/{window}'],
  ['empty', 'leeds', '/pre-release/{window}/key-stage-2'],
  ['refused', 'leeds', '/pre-release/{window}/key-stage-2', { words: 'a'.repeat(2001) }],
  ['commented', 'leeds', '/pre-release/{window}/key-stage-2', { words: 'Closed schools are counted.' }],
];

const AFTER_THE_HOUR: PageState[] = [
  ['moved on', 'leeds', '/pre-release/{window}'],
  ['filled', 'visitor', '/pre-release-access'],
  ['empty', 'leeds', '/my-place'],
  ['empty', 'leeds', '/places/E08000035/reply'],
  ['refused', 'leeds', '/places/E08000035/reply', { text: '' }],
];

describe('the pages of places', () => {
  let states: PageStates;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    const education = await saveEducationMission(waymark.dataSource);
    const places = await savePlacePeople(waymark);
    const statistician = await savePerson(waymark, 'Stat Istician', ['statistician'], 'council');
    const { official, administrator } = education.people;
    const area = { level: 'unitary' as const, country: 'England', parentCode: null, confirmed: true };
    const [leeds] = await waymark.dataSource.getRepository(Area).save([{ ...area, code: 'E08000035', name: 'Leeds' }, { ...area, code: 'E06000014', name: 'York' }]);
    const release = await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 66 }, '2026-12-17');
    const cell = { metricId: education.metric.id, periodStart: '2024-09-01', periodMonths: 12, releaseId: release.id };
    await waymark.dataSource.getRepository(Observation).insert({ ...cell, areaId: leeds?.id ?? 0, value: 71 });
    const emails = { official, administrator, statistician, leeds: places.leedsOfficial, leedsDirector: places.leedsDirector };
    states = await PageStates.start(waymark, Object.fromEntries(Object.entries(emails).map(([name, { email }]) => [name, email])));
    Object.assign(states.kept, {
      return: (await new SubmissionFactory(waymark, education).in('draft')).id, leeds: places.leeds.id, director: places.leedsDirector.id,
      target: `target:${education.target.id}`, mission: education.mission.id, dfe: education.organisations.dfe.id, release: String(release.id),
    });
  }, 60_000);
  afterAll(() => states?.close());

  it.each(CONTRIBUTIONS)('contributions: %s, %s at %s', (...state) => states.show(state));
  it.each(CONSULTATIONS)('consultations: %s, %s at %s', (...state) => states.show(state));
  it.each(PROPOSALS)('proposals: %s, %s at %s', (...state) => states.show(state));
  it.each(DIRECTORS)('directors: %s, %s at %s', (...state) => states.show(state));
  it.each(BEFORE_THE_HOUR)('figures before their hour: %s, %s at %s', (...state) => states.show(state));

  describe('while the window is open', () => {
    beforeAll(async () => {
      states.later('2026-12-16T10:00:00Z');
      await states.waymark.runWatches();
    });
    it.each(IN_THE_WINDOW)('%s, %s at %s', (...state) => states.show(state));
    it.each(AFTERWARDS)('consultations that are over: %s, %s at %s', (...state) => states.show(state));
  });

  describe('after the hour', () => {
    beforeAll(async () => {
      states.later('2026-12-17T10:00:00Z');
      await states.waymark.runWatches();
    });
    it.each(AFTER_THE_HOUR)('%s, %s at %s', (...state) => states.show(state));
    it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(80));
  });
});
