import { describe, expect, it } from '@jest/globals';
import { codeOf, questionOf } from './search-question.js';

describe('questionOf', () => {
  it.each([
    [' Hull  ', 'Hull', false],
    ['a\n\tb\u200Bc', 'a b c', false],
    [['a', 'b'], '', false],
    [undefined, '', false],
    ['é'.repeat(201), 'é'.repeat(200), true],
    ['\uD800x', 'x', false],
  ])('of %j is %j', (given, question, cut) => expect(questionOf(given)).toEqual({ question, cut }));
});

describe('codeOf', () => {
  it.each([
    ['E06000010', { kind: 'area', code: 'E06000010' }],
    ['w06000001', { kind: 'area', code: 'W06000001' }],
    ['al-2026-7k3d', { kind: 'reference', code: 'AL-2026-7K3D' }],
    ['E0600001', undefined],
    ['Hull', undefined],
    ['AL-2026', undefined],
  ])('of %s is %j', (question, code) => expect(codeOf(question)).toEqual(code));
});
