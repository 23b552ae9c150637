import { describe, expect, it } from '@jest/globals';
import { answerChanges, type AnswerRow } from './answer-row.js';

const row = (field: string, text: string): AnswerRow => ({ field, title: field.toUpperCase(), text });

describe('what changed between two deliveries', () => {
  it.each<[string, AnswerRow[], AnswerRow[], [string, string[]][]]>([
    ['nothing', [row('a', 'x')], [row('a', 'x')], []],
    ['words', [row('a', 'ten hubs'), row('b', 'y')], [row('a', 'twelve hubs'), row('b', 'y')], [['A', ['removed', 'added', 'same']]]],
    ['a new answer', [], [row('a', 'x')], [['A', ['added']]]],
    ['an answer that is gone', [row('a', 'x'), row('b', 'y')], [row('b', 'y')], [['A', ['removed']]]],
    ['an empty one that was never there', [], [row('a', '')], []],
  ])('%s', (_, before, after, expected) => {
    expect(answerChanges(before, after).map(({ title, changes }) => [title, changes.map(({ kind }) => kind)])).toEqual(expected);
  });
});
