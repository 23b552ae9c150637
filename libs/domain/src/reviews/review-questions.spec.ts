import { describe, expect, it } from '@jest/globals';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import { holdsDecision, isOpenQuestion, isOverdueQuestion, textBlockers } from './review-questions.js';

const at = new Date('2026-11-24T09:00:00Z');

describe('a question that is due on 26 November 2026', () => {
  it.each<[string, { answeredAt?: Date; withdrawnAt?: Date }, string, [boolean, boolean, boolean]]>([
    ['open before its day', {}, '2026-11-24', [true, false, true]],
    ['open on its day', {}, '2026-11-26', [true, false, true]],
    ['open after it', {}, '2026-11-27', [true, true, false]],
    ['answered', { answeredAt: at }, '2026-11-25', [false, false, false]],
    ['answered late', { answeredAt: at }, '2026-12-25', [false, false, false]],
    ['withdrawn', { withdrawnAt: at }, '2026-11-25', [false, false, false]],
  ])('%s', (_, facts, today, expected) => {
    const question = { dueOn: '2026-11-26', answeredAt: null, withdrawnAt: null, ...facts };
    expect([isOpenQuestion(question), isOverdueQuestion(question, today), holdsDecision(question, today)]).toEqual(expected);
  });
});

describe('a text', () => {
  it.each([
    ['', ['text-missing']],
    [' \n', ['text-missing']],
    ['Who pays?', []],
    ['x'.repeat(LONGEST_ANSWER), []],
    ['x'.repeat(LONGEST_ANSWER + 1), ['text-too-long']],
  ])('%.12j: %j', (text, codes) => {
    expect(textBlockers(text, 'text', 'Enter your question', 'Your question').map(({ code }) => code)).toEqual(codes);
  });
});
