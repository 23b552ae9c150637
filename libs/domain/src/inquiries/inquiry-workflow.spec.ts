import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import type { InquiryAction, InquiryState, QuestionAction, QuestionState } from './inquiry-status.js';
import { hasPublished, INQUIRY_WORKFLOW, type InquiryFacts, isBeingWritten } from './inquiry-workflow.js';
import { inquiryRefusals, type NewInquiry } from './new-inquiry.js';
import { type NewQuestion, QUESTION_WORKFLOW, type QuestionFacts, questionRefusals } from './question-workflow.js';

describe('the life of an inquiry', () => {
  it('reaches every state and has no trap, and so has each of its questions', () => {
    expect([faultsOf(INQUIRY_WORKFLOW), faultsOf(QUESTION_WORKFLOW)]).toEqual([[], []]);
  });

  it.each<[InquiryState, InquiryAction[], boolean, boolean]>([
    ['open', ['gather', 'abandon'], true, false],
    ['gathering-evidence', ['publish', 'abandon'], true, false],
    ['findings-published', ['close'], false, true],
    ['closed', [], false, true],
    ['abandoned', [], false, false],
  ])('%s: the council may %j; being written: %s; public: %s', (from, actions, written, published) => {
    expect([nextActions(INQUIRY_WORKFLOW, from, ['council']).map(({ action }) => action), isBeingWritten(from), hasPublished(from)]).toEqual([actions, written, published]);
  });

  it.each<[InquiryState, InquiryAction, Partial<InquiryFacts>, string[]]>([
    ['gathering-evidence', 'publish', {}, []],
    ['gathering-evidence', 'publish', { findings: 0, waiting: 2 }, ['findings-missing', 'answers-awaited']],
    ['findings-published', 'close', {}, []],
    ['findings-published', 'close', { unanswered: 1 }, ['reason-missing']],
    ['findings-published', 'close', { unanswered: 1, reason: 'The department is dissolved.' }, []],
    ['findings-published', 'close', { reason: 'a'.repeat(5001) }, ['reason-too-long']],
    ['open', 'abandon', {}, ['reason-missing']],
    ['gathering-evidence', 'abandon', { reason: 'Overtaken.' }, []],
  ])('%s -%s->, case %#: %j', (from, action, over, codes) => {
    const arrow = transitionFor(INQUIRY_WORKFLOW, from, action, ['council']);
    expect(arrow?.refuse?.({ reason: '', findings: 1, waiting: 0, unanswered: 0, ...over }).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[QuestionState, QuestionAction, Partial<QuestionFacts>, string[] | undefined]>([
    ['asked', 'answer', {}, []],
    ['asked', 'answer', { text: ' ', confidential: null }, ['text-missing', 'publish-missing']],
    ['asked', 'answer', { confidential: true }, ['confidentialReason-missing']],
    ['asked', 'answer', { confidential: true, confidentialReason: 'Names a child.' }, []],
    ['asked', 'answer', { text: 'a'.repeat(20_001) }, ['text-too-long']],
    ['answered', 'answer', {}, undefined],
    ['asked', 'withdraw', { text: '' }, ['text-missing']],
    ['answered', 'withdraw', {}, undefined],
  ])('a question %s -%s->, case %#: %j', (from, action, over, codes) => {
    const arrow = transitionFor(QUESTION_WORKFLOW, from, action, ['organisation', 'council']);
    expect(arrow?.refuse?.({ text: 'Yes.', confidential: false, confidentialReason: '', ...over }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('what the council opens and asks', () => {
  const NEW: NewInquiry = { title: 'Attendance', scope: 'Why it falls.', origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: '2027-03-31' };
  it.each<[Partial<NewInquiry>, string[]]>([
    [{}, []],
    [{ title: '', scope: ' ', origin: null, expectedEnd: null }, ['title', 'scope', 'origin', 'expectedEnd']],
    [{ origin: 'commissioned' }, ['commissionedBy', 'commissionedOn']],
    [{ origin: 'commissioned', commissionedBy: 'The select committee', commissionedOn: '2026-11-23' }, []],
    [{ origin: 'commissioned', commissionedBy: 'The select committee', commissionedOn: '2026-11-24' }, ['commissionedOn']],
    [{ expectedEnd: '2026-11-23' }, ['expectedEnd']],
    [{ title: 'a'.repeat(201) }, ['title']],
  ])('an inquiry %j is refused in %j', (over, fields) => {
    expect(inquiryRefusals({ ...NEW, ...over }, '2026-11-23').map(({ field }) => field)).toEqual(fields);
  });

  // Monday 23 November and 10 working days: Monday 7 December
  it.each<[Partial<NewQuestion>, string[]]>([
    [{}, []],
    [{ dueOn: '2026-12-04' }, ['dueOn-early']],
    [{ dueOn: '2026-12-12' }, ['dueOn-no-working-day']],
    [{ dueOn: '2026-12-25' }, ['dueOn-no-working-day']],
    [{ question: '', dueOn: null }, ['question-missing', 'dueOn-wrong']],
  ])('a question %j is refused: %j', (over, codes) => {
    expect(questionRefusals({ question: 'How many?', dueOn: '2026-12-07', ...over }, '2026-11-23', new WorkingCalendar()).map(({ code }) => code)).toEqual(codes);
  });
});
