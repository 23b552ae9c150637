import { describe, expect, it } from '@jest/globals';
import { moneyAgainstDeprivation, strengthOf } from './funding-strength.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('size in words', () => {
  it.each([[0, 'none'], [0.099, 'none'], [-0.1, 'weak'], [0.199, 'weak'], [0.2, 'moderate'], [-0.399, 'moderate'], [0.4, 'strong'], [-1, 'strong']])('%d is %s', (tau, words) => {
    expect(strengthOf(tau)).toBe(words);
  });
});

describe('money against deprivation', () => {
  it('more to the more deprived, or less', () => {
    expect(moneyAgainstDeprivation(numbers(12).map((score) => ({ score, amount: score * 5 })))).toEqual({ answer: 'found', places: 12, tau: 1, p: 1 / 2000, strength: 'strong', direction: 'more', robust: true });
    expect(moneyAgainstDeprivation(numbers(12).map((score) => ({ score, amount: -score })))).toMatchObject({ tau: -1, direction: 'less', robust: true });
  });

  it('is not robust where chance would do as much, however large it looks', () => {
    // ten places; 29 pairs in one order, 10 + 6 in the other: 13 / 45
    const found = moneyAgainstDeprivation([5, 4, 3, 2, 1, 9, 8, 7, 6, 10].map((amount, score) => ({ score, amount })));
    expect(found).toMatchObject({ answer: 'found', tau: 13 / 45, strength: 'moderate', direction: 'more', robust: false });
  });

  it('does not speak of a trifle, however significant', () => {
    const score = numbers(300);
    const found = moneyAgainstDeprivation(score.map((each) => ({ score: each, amount: (each * 7919) % 301 })));
    expect(found).toMatchObject({ answer: 'found', strength: 'none', direction: 'neither', robust: false });
  });

  it.each<[string, { score: number; amount: number }[], object]>([
    ['nobody got some', [], { answer: 'nobody', places: 0 }],
    ['one place', [{ score: 1, amount: 5 }], { answer: 'too-few', places: 1 }],
    ['nine places', numbers(9).map((score) => ({ score, amount: score })), { answer: 'too-few', places: 9 }],
    ['everybody got the same', numbers(20).map((score) => ({ score, amount: 5 })), { answer: 'no-order', places: 20 }],
    ['all are as deprived', numbers(20).map((amount) => ({ score: 3, amount })), { answer: 'no-order', places: 20 }],
  ])('has no answer where %s', (_, awarded, answer) => {
    expect(moneyAgainstDeprivation(awarded)).toEqual(answer);
  });
});
