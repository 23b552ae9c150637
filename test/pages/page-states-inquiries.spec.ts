import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InquiryQuestion } from '#features/inquiries/inquiry-question.entity.js';
import { Recommendation } from '#features/recommendations/recommendation.entity.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { savePlacePeople } from '../factories/place-people.factory.js';
import { startTestApplication } from '../support/application.js';
import { type PageState, PageStates, STALE } from '../support/page-states.js';

const days = (which: string, day: string, month: string, year: string): Record<string, string> => ({ [`${which}Day`]: day, [`${which}Month`]: month, [`${which}Year`]: year });

const NEW = {
  title: 'Attendance', scope: 'Why attendance falls.', origin: 'commissioned', commissionedBy: 'The Education Committee', missionIds: '{mission}', ...days('commissioned', '2', '11', '2026'), ...days('end', '31', '3', '2027'),
};
const ASKED = { organisationId: '{dfe}', question: 'How many schools?', ...days('due', '7', '12', '2026') };
const DRAFT = { text: 'Publish attendance monthly.', addresseeId: '{dfe}', missionId: '{mission}', answerDays: '40' };
const INQUIRY = '/inquiries/{inquiry}';

const OPENING: PageState[] = [
  ['empty', 'visitor', '/inquiries'],
  ['empty', 'visitor', '/recommendations'],
  ['nothing asked', 'official', '/inquiries/asked'],
  ['empty', 'member', '/inquiries/new'],
  ['refused', 'member', '/inquiries/new', { origin: 'commissioned', title: '', scope: '', commissionedBy: '', ...days('commissioned', '31', '2', '2026'), ...days('end', '', '', '') }],
  ['refused without its origin', 'member', '/inquiries/new', { ...NEW, origin: '' }],
  ['commissioned', 'member', '/inquiries/new', NEW, ['inquiry', /IN-\d{4}-\w{4}/]],
  ['open', 'visitor', '/inquiries'],
  ['open', 'visitor', INQUIRY],
  ['open', 'member', `${INQUIRY}/work`],
  ['to begin gathering', 'member', `${INQUIRY}/gather`],
  ['conflict', 'member', `${INQUIRY}/gather`, STALE],
  ['gathering', 'member', `${INQUIRY}/gather`, {}],
  ['moved on', 'member', `${INQUIRY}/gather`],
  ['empty', 'member', `${INQUIRY}/ask`],
  ['refused', 'member', `${INQUIRY}/ask`, { organisationId: '', question: '', ...days('due', '6', '12', '2026') }],
  ['asked', 'member', `${INQUIRY}/ask`, ASKED],
  ['asked of a council', 'member', `${INQUIRY}/ask`, { ...ASKED, organisationId: '{york}', question: 'What do you see?' }],
  ['asked of another department', 'member', `${INQUIRY}/ask`, { ...ASKED, organisationId: '{dhsc}', question: 'What does it cost?' }],
];

const EVIDENCE: PageState[] = [
  ['asked', 'official', '/inquiries/asked'],
  ['asked', 'official', `${INQUIRY}/questions/{question}`],
  ['asked', 'member', `${INQUIRY}/questions/{question}`],
  ['empty', 'official', `${INQUIRY}/questions/{question}/answer`],
  ['refused', 'official', `${INQUIRY}/questions/{question}/answer`, { text: '', confidentialReason: '' }],
  ['refused without a reason to keep it', 'official', `${INQUIRY}/questions/{question}/answer`, { text: 'Eleven.', publish: 'no', confidentialReason: '' }],
  ['conflict', 'official', `${INQUIRY}/questions/{question}/answer`, { text: 'Typed in vain.', publish: 'yes', ...STALE }],
  ['answered', 'official', `${INQUIRY}/questions/{question}/answer`, { text: 'Eleven.', publish: 'yes', confidentialReason: '' }],
  ['moved on', 'official', `${INQUIRY}/questions/{question}/answer`],
  ['answered', 'member', `${INQUIRY}/questions/{question}`],
  ['answered, confidential', 'otherSro', `${INQUIRY}/questions/{confidential}/answer`, { text: 'Three million.', publish: 'no', confidentialReason: 'Names a child.' }],
  ['to withdraw', 'member', `${INQUIRY}/questions/{theirs}/withdraw`],
  ['refused', 'member', `${INQUIRY}/questions/{theirs}/withdraw`, { text: '' }],
  ['conflict', 'member', `${INQUIRY}/questions/{theirs}/withdraw`, { text: 'Answered elsewhere.', ...STALE }],
  ['withdrawn', 'member', `${INQUIRY}/questions/{theirs}/withdraw`, { text: 'Answered elsewhere.' }],
  ['moved on', 'member', `${INQUIRY}/questions/{theirs}/withdraw`],
  ['withdrawn', 'york', '/inquiries/asked'],
];

const WRITING: PageState[] = [
  ['empty', 'member', `${INQUIRY}/findings`],
  ['refused', 'member', `${INQUIRY}/findings`, { text: ' ' }],
  ['conflict', 'member', `${INQUIRY}/findings`, { text: 'Typed in vain.', ...STALE }],
  ['written', 'member', `${INQUIRY}/findings`, { text: 'Attendance falls.' }],
  ['to change', 'chair', `${INQUIRY}/findings`],
  ['written again', 'chair', `${INQUIRY}/findings`, { text: 'Attendance falls in winter.' }],
  ['an earlier version', 'member', `${INQUIRY}/findings/1`],
  ['empty', 'member', `${INQUIRY}/recommendations/add`],
  ['refused', 'member', `${INQUIRY}/recommendations/add`, { text: '', addresseeId: '', missionId: '', answerDays: 'x' }],
  ['added', 'member', `${INQUIRY}/recommendations/add`, DRAFT],
  ['a second', 'member', `${INQUIRY}/recommendations/add`, { ...DRAFT, text: 'Nothing.' }],
  ['in writing', 'member', `${INQUIRY}/work`, undefined, ['draft', /(?<=recommendations\/)[\w-]{36}(?=\/change)/]],
  ['to change', 'chair', `${INQUIRY}/recommendations/{draft}/change`],
  ['refused', 'chair', `${INQUIRY}/recommendations/{draft}/change`, { ...DRAFT, text: '', answerDays: '0' }],
  ['conflict', 'chair', `${INQUIRY}/recommendations/{draft}/change`, { ...DRAFT, ...STALE }],
  ['to remove', 'chair', `${INQUIRY}/recommendations/{draft}/remove`],
  ['conflict', 'chair', `${INQUIRY}/recommendations/{draft}/remove`, STALE],
  ['removed', 'chair', `${INQUIRY}/recommendations/{draft}/remove`, {}],
  ['to publish', 'chair', `${INQUIRY}/publish`],
  ['conflict', 'chair', `${INQUIRY}/publish`, STALE],
  ['to abandon', 'chair', `${INQUIRY}/abandon`],
  ['refused', 'chair', `${INQUIRY}/abandon`, { reason: '' }],
  ['published', 'chair', `${INQUIRY}/publish`, { quoted: '{question}' }],
  ['moved on', 'chair', `${INQUIRY}/findings`],
  ['published', 'visitor', INQUIRY],
  ['to be answered', 'visitor', `${INQUIRY}/follow-up`],
  ['to be answered', 'visitor', '/recommendations'],
  ['none like this', 'visitor', '/recommendations?state=done'],
];

const ADDRESSED = '/recommendations/{recommendation}';

const FOLLOWING: PageState[] = [
  ['to be answered', 'visitor', ADDRESSED],
  ['to be answered', 'sro', ADDRESSED],
  ['to close, with one unanswered', 'chair', `${INQUIRY}/close`],
  ['refused', 'chair', `${INQUIRY}/close`, { reason: '' }],
  ['conflict', 'chair', `${INQUIRY}/close`, { reason: '', ...STALE }],
  ['empty', 'chair', `${ADDRESSED}/re-address`],
  ['refused', 'chair', `${ADDRESSED}/re-address`, { addresseeId: '', words: '' }],
  ['conflict', 'chair', `${ADDRESSED}/re-address`, { addresseeId: '{dhsc}', words: 'Theirs.', ...STALE }],
  ['to the other department', 'chair', `${ADDRESSED}/re-address`, { addresseeId: '{dhsc}', words: 'Theirs.' }],
  ['back', 'chair', `${ADDRESSED}/re-address`, { addresseeId: '{dfe}', words: 'Not theirs.' }],
  ['to withdraw', 'member', `${ADDRESSED}/withdraw`],
  ['refused', 'member', `${ADDRESSED}/withdraw`, { words: '' }],
  ['conflict', 'member', `${ADDRESSED}/withdraw`, { words: 'Overtaken.', ...STALE }],
  ['empty', 'sro', `${ADDRESSED}/answer`],
  ['refused', 'sro', `${ADDRESSED}/answer`, { how: '', words: '', promise: '', ...days('promised', '', '', '') }],
  ['refused in part', 'sro', `${ADDRESSED}/answer`, { how: 'accept-in-part', words: '', promise: '', ...days('promised', '31', '2', '2027') }],
  ['conflict', 'sro', `${ADDRESSED}/answer`, { how: 'accept-in-part', words: 'Only monthly.', promise: 'Publish.', ...days('promised', '1', '3', '2027'), ...STALE }],
  ['answered', 'sro', `${ADDRESSED}/answer`, { how: 'accept-in-part', words: 'Only monthly.', promise: 'Publish.', ...days('promised', '1', '3', '2027') }],
  ['empty', 'official', `${ADDRESSED}/progress`],
  ['refused', 'official', `${ADDRESSED}/progress`, { words: ' ' }],
  ['conflict', 'official', `${ADDRESSED}/progress`, { words: 'The first is out.', ...STALE }],
  ['under way', 'official', `${ADDRESSED}/progress`, { words: 'The first is out.' }],
  ['moved on', 'member', `${ADDRESSED}/withdraw`],
  ['empty', 'member', `${ADDRESSED}/outcome`],
  ['refused', 'member', `${ADDRESSED}/outcome`, { outcome: '', words: '', shown: '' }],
  ['refused, nothing shown', 'member', `${ADDRESSED}/outcome`, { outcome: 'mark-done', words: 'Twelve months.', shown: '' }],
  ['conflict', 'member', `${ADDRESSED}/outcome`, { outcome: 'mark-done', words: 'Twelve months.', shown: 'The releases.', ...STALE }],
  ['done', 'member', `${ADDRESSED}/outcome`, { outcome: 'mark-done', words: 'Twelve months.', shown: 'The releases.' }],
  ['moved on', 'member', `${ADDRESSED}/outcome`],
  ['done', 'visitor', `${INQUIRY}/follow-up`],
  ['closed', 'chair', `${INQUIRY}/close`, { reason: '' }],
  ['moved on', 'chair', `${INQUIRY}/close`],
  ['closed', 'visitor', '/inquiries'],
  ['abandoned in time', 'member', '/inquiries/new', { ...NEW, origin: 'own-motion', commissionedBy: '', ...days('commissioned', '', '', '') }, ['inquiry', /IN-\d{4}-\w{4}/]],
  ['conflict', 'member', `${INQUIRY}/abandon`, { reason: 'Overtaken.', ...STALE }],
  ['abandoned', 'member', `${INQUIRY}/abandon`, { reason: 'Overtaken.' }],
  ['abandoned', 'visitor', INQUIRY],
  ['moved on', 'member', `${INQUIRY}/ask`, ASKED],
];

describe('the pages of inquiries and recommendations, as each sees them', () => {
  let states: PageStates;

  beforeAll(async () => {
    const waymark = await startTestApplication();
    const { mission, organisations, people } = await saveEducationMission(waymark.dataSource);
    const { york, yorkOfficial } = await savePlacePeople(waymark);
    const { member, chair, official, sro, otherSro } = people;
    const emails = Object.entries({ member, chair, official, sro, otherSro, york: yorkOfficial }).map(([name, { email }]) => [name, email]);
    states = await PageStates.start(waymark, Object.fromEntries(emails) as Record<string, string>);
    Object.assign(states.kept, { mission: mission.id, dfe: organisations.dfe.id, dhsc: organisations.dhsc.id, york: york.id });
  }, 60_000);
  afterAll(() => states?.close());

  it.each(OPENING)('%s, %s at %s', (...state) => states.show(state));

  describe('once evidence is asked for', () => {
    beforeAll(async () => {
      const questions = await states.waymark.dataSource.getRepository(InquiryQuestion).find();
      const to = (name: string): string => questions.find(({ organisationId }) => organisationId === states.kept[name])?.id ?? '';
      Object.assign(states.kept, { question: to('dfe'), theirs: to('york'), confidential: to('dhsc') });
    });
    it.each(EVIDENCE)('%s, %s at %s', (...state) => states.show(state));
    it.each(WRITING)('%s, %s at %s', (...state) => states.show(state));
  });

  describe('once it is published', () => {
    beforeAll(async () => {
      states.kept['recommendation'] = (await states.waymark.dataSource.getRepository(Recommendation).findOneByOrFail({})).reference;
    });
    it.each(FOLLOWING)('%s, %s at %s', (...state) => states.show(state));
    it('looked at all of them', () => expect(states.look.count.pages).toBeGreaterThan(90));
  });
});
