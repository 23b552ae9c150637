import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { FactCheckReply } from '#features/reports/fact-check-reply.entity.js';
import { type EducationMission, publishFigures, saveAcceptedReturn, saveEducationMission } from '../factories/education-mission.factory.js';
import { decideToClose, FRAMEWORK, saveSecondFramework } from '../factories/framework-closing.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const days = (which: string, day: string, month: string, year: string): Record<string, string> => ({ [`${which}Day`]: day, [`${which}Month`]: month, [`${which}Year`]: year });
const on = (day: string, month: string, year: string): Record<string, string> => ({ day, month, year });

const REPORT = '/reports/{report}';
const NEW = { framework: '{framework}', kind: 'council', ...days('from', '1', '4', '2025'), ...days('to', '31', '3', '2026'), ...days('due', '', '', '') };
const SECTION = { text: 'Attendance holds the mission back.', ruralNote: '', devolvedNote: '' };
const RECOMMENDED = { text: 'Publish attendance monthly.', addresseeId: '{dfe}', missionId: '{mission}', answerDays: '40' };

const WRITING: PageState[] = [
  ['empty', 'visitor', '/reports'],
  ['empty', 'member', '/reports'],
  ['empty', 'member', '/reports/new'],
  ['refused', 'member', '/reports/new', { ...NEW, framework: '', kind: '', ...days('from', '', '', ''), ...days('to', '31', '2', '2025'), ...days('due', '1', '13', '2026') }],
  ['opened', 'member', '/reports/new', NEW, ['report', /AR-\d{4}-\w{4}/]],
  ['refused: that year is there', 'member', '/reports/new', NEW],
  ['in writing', 'member', '/reports'],
  ['nothing assembled', 'member', REPORT],
  ['empty', 'member', `${REPORT}/assemble`],
  ['refused', 'member', `${REPORT}/assemble`, on('24', '11', '2026')],
  ['conflict', 'member', `${REPORT}/assemble`, { ...on('23', '11', '2026'), ...STALE }],
  ['assembled', 'member', `${REPORT}/assemble`, on('23', '11', '2026')],
  ['empty', 'member', `${REPORT}/texts/introduction`],
  ['refused', 'member', `${REPORT}/texts/introduction`, { text: 'a'.repeat(50_001) }],
  ['written', 'member', `${REPORT}/texts/introduction`, { text: 'A year of little progress.' }],
  ['empty', 'member', `${REPORT}/texts/education`],
  ['refused', 'member', `${REPORT}/texts/education`, { ...SECTION, ruralNote: 'a'.repeat(50_001), devolvedNote: 'a'.repeat(50_001) }],
  ['conflict', 'chair', `${REPORT}/texts/education`, { ...SECTION, ...STALE }],
  ['no version yet', 'member', `${REPORT}/texts/education/versions`],
  ['written', 'member', `${REPORT}/texts/education`, SECTION],
  ['written again', 'chair', `${REPORT}/texts/education`, { ...SECTION, text: 'Attendance has fallen.' }],
  ['who wrote what', 'member', `${REPORT}/texts/education/versions`],
  ['empty', 'member', `${REPORT}/recommendations/add`],
  ['refused', 'member', `${REPORT}/recommendations/add`, { text: '', addresseeId: '', missionId: '', answerDays: 'x' }],
  ['conflict', 'member', `${REPORT}/recommendations/add`, { ...RECOMMENDED, ...STALE }],
  ['added', 'member', `${REPORT}/recommendations/add`, RECOMMENDED, ['recommended', /(?<=recommendations\/)[\w-]{36}/]],
  ['to remove', 'member', `${REPORT}/recommendations/{recommended}/remove`],
  ['conflict', 'member', `${REPORT}/recommendations/{recommended}/remove`, STALE],
  ['removed', 'member', `${REPORT}/recommendations/{recommended}/remove`, {}],
  ['added again', 'member', `${REPORT}/recommendations/add`, RECOMMENDED],
  ['to drop', 'member', `${REPORT}/drop`],
  ['refused', 'member', `${REPORT}/drop`, { words: '' }],
  ['conflict', 'member', `${REPORT}/drop`, { words: 'A slip.', ...STALE }],
  ['with its warnings', 'member', REPORT, undefined, ['warning', /(?<=warnings\/)[^/]+$/]],
  ['to acknowledge', 'member', `${REPORT}/warnings/{warning}`],
  ['refused', 'member', `${REPORT}/warnings/{warning}`, { reason: ' ' }],
  ['conflict', 'member', `${REPORT}/warnings/{warning}`, { reason: 'No figures by place.', ...STALE }],
  ['acknowledged', 'member', `${REPORT}/warnings/{warning}`, { reason: 'No figures by place.' }],
  ['to send out', 'member', `${REPORT}/fact-check`],
  ['refused', 'member', `${REPORT}/fact-check`, on('4', '12', '2026')],
  ['conflict', 'member', `${REPORT}/fact-check`, { ...on('7', '12', '2026'), ...STALE }],
  ['not checked yet', 'chair', `${REPORT}/schedule`],
  ['nothing asked', 'official', '/fact-checks'],
  ['with departments', 'member', `${REPORT}/fact-check`, on('7', '12', '2026')],
  ['not to be changed now', 'member', `${REPORT}/texts/education`],
  ['to take back', 'member', `${REPORT}/revise`],
  ['refused', 'member', `${REPORT}/revise`, { words: '' }],
];

const CHECKING: PageState[] = [
  ['asked', 'official', '/fact-checks'],
  ['asked', 'official', '/fact-checks/{check}'],
  ['refused', 'official', '/fact-checks/{check}', { text: ' ' }],
  ['conflict', 'official', '/fact-checks/{check}', { text: 'Typed in vain.', ...STALE }],
  ['drafted', 'official', '/fact-checks/{check}', { text: 'Attendance has risen since.' }],
  ['drafted', 'sro', '/fact-checks/{check}'],
  ['to send', 'sro', '/fact-checks/{check}/send'],
  ['conflict', 'sro', '/fact-checks/{check}/send', STALE],
  ['sent', 'sro', '/fact-checks/{check}/send', {}],
  ['moved on', 'sro', '/fact-checks/{check}/send'],
  ['sent', 'official', '/fact-checks/{check}'],
];

const CHECKED: PageState[] = [
  ['checked', 'member', REPORT],
  ['over', 'official', '/fact-checks'],
  ['to set', 'chair', `${REPORT}/schedule`],
  ['refused', 'chair', `${REPORT}/schedule`, { ...on('31', '2', '2027'), time: '25:00' }],
  ['refused with a warning', 'chair', `${REPORT}/schedule`, { ...on('9', '12', '2026'), time: '09:30' }],
];

const SET: PageState[] = [
  ['conflict', 'chair', `${REPORT}/schedule`, { ...on('9', '12', '2026'), time: '09:30', ...STALE }],
  ['set', 'chair', `${REPORT}/schedule`, { ...on('9', '12', '2026'), time: '09:30' }],
  ['to call off', 'chair', `${REPORT}/recall`],
  ['refused', 'chair', `${REPORT}/recall`, { words: '' }],
  ['conflict', 'chair', `${REPORT}/recall`, { words: 'A slip.', ...STALE }],
];

const PUBLISHED: PageState[] = [
  ['published', 'visitor', '/reports'],
  ['published', 'visitor', `${REPORT}/editions/1`],
  ['published', 'member', REPORT],
  ['empty', 'member', `${REPORT}/dates`],
  ['refused', 'member', `${REPORT}/dates`, { ...days('due', '31', '2', '2027'), ...days('delivered', '9', '12', '2027'), ...days('laid', 'x', '', ''), paperNumber: 'a'.repeat(101) }],
  ['conflict', 'member', `${REPORT}/dates`, { ...days('due', '25', '1', '2027'), ...days('delivered', '', '', ''), ...days('laid', '', '', ''), paperNumber: '', ...STALE }],
  ['delivered and laid', 'member', `${REPORT}/dates`, { ...days('due', '25', '1', '2027'), ...days('delivered', '10', '12', '2026'), ...days('laid', '10', '12', '2026'), paperNumber: 'HC 123' }],
  ['to correct', 'chair', `${REPORT}/correct`],
  ['refused', 'chair', `${REPORT}/correct`, { words: '' }],
  ['conflict', 'chair', `${REPORT}/correct`, { words: 'Of another year.', ...STALE }],
  ['begun', 'chair', `${REPORT}/correct`, { words: 'Of another year.' }],
  ['to drop', 'member', `${REPORT}/drop-correction`],
  ['refused', 'member', `${REPORT}/drop-correction`, { words: '' }],
  ['dropped', 'member', `${REPORT}/drop-correction`, { words: 'It was right.' }],
  ['laid', 'visitor', `${REPORT}/editions/1`],
  ['empty', 'visitor', '/calibration'],
  ['of one department', 'visitor', '/calibration/dfe'],
  ['blank', 'visitor', '/frameworks/levelling-up-2022/missions/education/hearing-pack'],
  ['as of a day', 'visitor', '/frameworks/levelling-up-2022/missions/education/hearing-pack?day=1&month=12&year=2026'],
];

const CLOSING = `/frameworks/${FRAMEWORK}/closing`;
const ENDING = `${CLOSING}/prepare/missions/education`;

const BEFORE_CLOSING: PageState[] = [
  ['two', 'visitor', '/frameworks'],
  ['nobody has announced it', 'visitor', CLOSING],
  ['nothing decided', 'member', `${CLOSING}/prepare`],
  ['nothing decided', 'chair', `${CLOSING}/prepare/day`],
];

const ENDED: PageState[] = [
  ['decided', 'chair', `${CLOSING}/prepare/day`],
  ['refused', 'chair', `${CLOSING}/prepare/day`, { decision: '', ...days('closes', '31', '2', '2026'), reason: '' }],
  ['prepared', 'chair', `${CLOSING}/prepare/day`, { decision: '{decision}', ...days('closes', '21', '12', '2026'), reason: 'A new government.' }],
  ['conflict', 'chair', `${CLOSING}/prepare/day`, { decision: '{decision}', ...days('closes', '21', '12', '2026'), reason: 'A new government.', ...STALE }],
  ['empty', 'chair', ENDING],
  ['refused', 'chair', ENDING, { outcome: '', successor: '', reason: '' }],
  ['refused without a successor', 'chair', ENDING, { outcome: 'carried-on', successor: '', reason: 'It goes on.' }],
  ['decided', 'chair', ENDING, { outcome: 'carried-on', successor: '{successor}', reason: 'It goes on.' }],
  ['to change', 'chair', ENDING],
  ['conflict', 'chair', ENDING, { outcome: 'dropped', successor: '', reason: 'It does not.', ...STALE }],
  ['prepared', 'chair', `${CLOSING}/prepare`],
  ['to announce', 'chair', `${CLOSING}/announce`],
  ['conflict', 'chair', `${CLOSING}/announce`, STALE],
  ['announced', 'chair', `${CLOSING}/announce`, {}],
  ['announced', 'visitor', CLOSING],
  ['to take back', 'chair', `${CLOSING}/take-back`],
  ['refused', 'chair', `${CLOSING}/take-back`, { reason: ' ' }],
  ['conflict', 'chair', `${CLOSING}/take-back`, { reason: 'A slip.', ...STALE }],
];

const CLOSED: PageState[] = [
  ['closed', 'visitor', CLOSING],
  ['one closed', 'visitor', '/frameworks'],
  ['closed', 'chair', `${CLOSING}/prepare`],
  ['of a closed framework', 'visitor', `/frameworks/${FRAMEWORK}/missions/education`],
];

describe('the pages of annual reports and of closing a framework', () => {
  let states: PageStates;
  let education: EducationMission;

  const at = async (instant: string): Promise<void> => {
    states.later(instant);
    await states.waymark.runWatches();
  };

  beforeAll(async () => {
    const waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    const { mission, organisations, people: { member, chair, official, sro } } = education;
    await waymark.dataSource.getRepository(Framework).update({ id: mission.frameworkId }, { reportDuty: { owedBy: 'minister', basis: 'the Act' } });
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 62 }, '2025-12-01');
    await saveAcceptedReturn(waymark.dataSource, education, 'amber');
    states = await PageStates.start(waymark, { member: member.email, chair: chair.email, official: official.email, sro: sro.email });
    Object.assign(states.kept, { framework: mission.frameworkId, mission: mission.id, dfe: organisations.dfe.id });
    await at('2026-11-23T09:00:00Z');
  }, 60_000);
  afterAll(() => states?.close());

  it.each(WRITING)('writing: %s, %s at %s', (...state) => states.show(state));

  describe('in the window', () => {
    beforeAll(async () => {
      states.kept['check'] = (await states.waymark.dataSource.getRepository(FactCheckReply).findOneByOrFail({})).id;
    });
    it.each(CHECKING)('checking: %s, %s at %s', (...state) => states.show(state));
  });

  describe('after the window', () => {
    beforeAll(() => at('2026-12-08T00:30:00Z'));
    it.each(CHECKED)('checked: %s, %s at %s', (...state) => states.show(state));
    it('acknowledges every warning, each on its own page', async () => {
      const warnings = new Set((await states.waymark.open(await states.as('member'), `/reports/${states.kept['report']}`)).$('main a[href*="/warnings/"]').toArray().map(({ attribs }) => attribs['href'] ?? ''));
      expect(warnings.size).toBeGreaterThan(0);
      for (const address of warnings) await states.show(['acknowledged', 'member', address, { reason: 'No figures by place.' }]);
    });
    it.each(SET)('set: %s, %s at %s', (...state) => states.show(state));
  });

  describe('at the set time', () => {
    beforeAll(() => at('2026-12-10T09:30:00Z'));
    it.each(PUBLISHED)('published: %s, %s at %s', (...state) => states.show(state));
  });

  describe('a second framework beside the first', () => {
    beforeAll(() => saveSecondFramework(states.waymark, education));
    it.each(BEFORE_CLOSING)('closing: %s, %s at %s', (...state) => states.show(state));
    it('is decided on by the council', async () => {
      states.kept['decision'] = (await decideToClose(states.waymark, education, 'Levelling Up')).id;
      states.kept['successor'] = (await states.waymark.dataSource.getRepository(Mission).findOneByOrFail({ framework: { slug: 'plan-for-change-2024' } })).id;
    });
    it.each(ENDED)('closing: %s, %s at %s', (...state) => states.show(state));
  });

  describe('on the day', () => {
    beforeAll(() => at('2026-12-21T00:30:00Z'));
    it.each(CLOSED)('closed: %s, %s at %s', (...state) => states.show(state));
    it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(100));
  });
});
