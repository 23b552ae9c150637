import { describe, expect, it } from '@jest/globals';
import { type AnswerStanding, answerStanding, letterBlockers, type LetterContent, receivedBlockers, type ReceivedLetter } from './letter-blockers.js';

const LETTER: LetterContent = {
  subject: 'Education is off track', body: 'Dear Secretary of State', answerWorkingDays: 20,
  addressees: [{ kind: 'secretary-of-state', name: 'The Secretary of State for Education' }, { kind: 'select-committee', name: 'Chair, Education Committee' }],
};

describe('what stands against a letter', () => {
  it.each<[string, Partial<LetterContent>, boolean, string[]]>([
    ['nothing', {}, true, []],
    ['one addressee of an escalation', { addressees: LETTER.addressees.slice(0, 1) }, true, ['select-committee-missing']],
    ['no addressee of an escalation', { addressees: [{ kind: 'other', name: 'X' }] }, true, ['secretary-of-state-missing', 'select-committee-missing']],
    ['one addressee of any other', { addressees: [{ kind: 'other', name: 'X' }] }, false, []],
    ['a blank addressee', { addressees: [{ kind: 'other', name: ' ' }] }, false, ['addressee-missing']],
    ['no words', { subject: ' ', body: '' }, false, ['subject-missing', 'body-missing']],
    ['no answer asked for', { answerWorkingDays: null }, false, []],
    ['no answer asked for by an escalation', { answerWorkingDays: null }, true, ['answer-days-wrong']],
    ['no days', { answerWorkingDays: 0 }, false, ['answer-days-wrong']],
    ['half a day', { answerWorkingDays: 1.5 }, false, ['answer-days-wrong']],
    ['words for days', { answerWorkingDays: NaN }, false, ['answer-days-wrong']],
  ])('%s', (_, over, escalates, codes) => {
    expect(letterBlockers({ ...LETTER, ...over }, escalates).map(({ code }) => code)).toEqual(codes);
  });
});

describe('what stands against the record of a letter that came in', () => {
  const RECEIVED: ReceivedLetter = { sender: 'Secretary of State', subject: 'Your letter', receivedOn: '2026-07-10', body: 'Dear Chair' };
  it.each<[string, Partial<ReceivedLetter>, string[]]>([
    ['nothing', {}, []],
    ['today', { receivedOn: '2026-07-20' }, []],
    ['tomorrow', { receivedOn: '2026-07-21' }, ['received-on-future']],
    ['before the letter that it answers', { receivedOn: '2026-06-30' }, ['received-on-early']],
    ['31 June', { receivedOn: '2026-06-31' }, ['received-on-wrong']],
    ['nothing at all', { sender: '', subject: '', receivedOn: '', body: ' ' }, ['sender-missing', 'subject-missing', 'received-on-wrong', 'body-missing']],
  ])('%s', (_, over, codes) => {
    expect(receivedBlockers({ ...RECEIVED, ...over }, '2026-07-20', '2026-07-01').map(({ code }) => code)).toEqual(codes);
  });
});

describe('the answer to a letter', () => {
  it.each<[string | null, string | null, string, AnswerStanding]>([
    [null, null, '2026-07-20', 'none-asked'],
    ['2026-07-20', null, '2026-07-20', 'waiting'],
    ['2026-07-20', null, '2026-07-21', 'overdue'],
    ['2026-07-20', '2026-07-20', '2026-08-01', 'in-time'],
    ['2026-07-20', '2026-07-21', '2026-08-01', 'late'],
  ])('due %s, come %s, on %s: %s', (answerDueOn, answeredOn, today, standing) => {
    expect(answerStanding({ answerDueOn, answeredOn }, today)).toBe(standing);
  });
});
