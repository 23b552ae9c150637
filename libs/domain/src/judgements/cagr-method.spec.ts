import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { methodWordsOf } from './method-words.js';
import type { MethodWord } from './method-word.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function point(year: number, value: number): SeriesPoint {
  const period = parsePeriod(`${year}-01-01/P1Y`);
  if (!period) throw new Error(String(year));
  return { key: `cell ${year}`, period, value };
}

const TODAY = '2026-06-26';

/** From 2014, judged by 2024, decided in 2034. */
function grown(from: number, to: number, change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    direction: 1,
    rule: { kind: 'level', value: 400 },
    baseline: { periodKey: '2014-01-01/P1Y' },
    decides: { periodKey: '2034-01-01/P1Y', releaseExpected: '2035-06-30' },
    series: [point(2014, from), point(2024, to)],
    unit: '£ million',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'R&D spending',
    areaName: 'England',
    method: 'cagr',
    ...change,
  };
}

function word(target: TargetToJudge): MethodWord | undefined {
  return methodWordsOf(target, TODAY).find(({ method }) => method === 'cagr');
}

/** Fourfold in twenty years: Cr = 4^(1/20) − 1 = 0.0717735 */
const REQUIRED = 4 ** (1 / 20) - 1;

describe('CAGR ratio', () => {
  it('150 from 100 after ten years of twenty to 400 is off track', () => {
    // Co = 1.5^(1/10) − 1 = 0.0413797; R = 0.0413797/0.0717735 = 0.576533; score 4.1667·0.576533 − 2.5 = −0.0978
    const found = judgeTarget(grown(100, 150), TODAY);
    expect(found).toMatchObject({ verdict: 'off-track', method: 'cagr' });
    expect(word(grown(100, 150))?.numbers).toEqual({
      observedGrowth: expect.closeTo(0.0413797, 6),
      requiredGrowth: expect.closeTo(0.0717735, 6),
      ratio: expect.closeTo(0.576533, 5),
      score: expect.closeTo(-0.0978, 3),
    });
    expect(found.sentence).toBe(
      'In 2024, R&D spending in England stood at £150.0 million; since 2014 it changed by +4.1% a year, where +7.2% a year was ' +
        'needed to reach £400.0 million in 2034, 57.7% of what was needed, so it is off track (score −0.1 of −5 to 5).',
    );
  });

  // the figure that gives R exactly: 100·(1 + R·Cr)^10
  it.each<[number, Verdict, number]>([
    [1.4, 'on-track', 5], // 7.1429·1.4 − 4.2857 = 5.714, at most 5
    [1, 'on-track', 2.8572],
    [0.95, 'on-track', 2.5001],
    [0.9499, 'slipping', 2.4993],
    [0.6, 'slipping', 0],
    [0.5999, 'off-track', -0.0004],
    [0, 'off-track', -2.5],
    [-0.0001, 'deteriorating', -2.5004],
    [-0.7, 'deteriorating', -5], // 4.1667·−0.7 − 2.5 = −5.417, at least −5
  ])('R = %d is %s, score %d', (ratio, verdict, score) => {
    const target = grown(100, 100 * (1 + ratio * REQUIRED) ** 10);
    expect(judgeTarget(target, TODAY).verdict).toBe(verdict);
    expect(word(target)?.numbers['ratio']).toBeCloseTo(ratio, 9);
    expect(word(target)?.numbers['score']).toBeCloseTo(score, 3);
  });

  it('words no growth, and a score above zero', () => {
    expect(word(grown(100, 100))?.sentence).toContain(
      'changed by 0.0% a year, where +7.2% a year was needed to reach £400.0 million in 2034, 0% of what was needed,',
    );
    expect(word(grown(100, 200))?.sentence).toMatch(
      /100% of what was needed, so it is on track \(score 2.9 of −5 to 5\)\.$/,
    );
    const half = 100 * (1 + 0.6 * REQUIRED) ** 10;
    expect(word(grown(100, half))?.sentence).toMatch(
      /60% of what was needed, so it is slipping \(score 0.0 of −5 to 5\)\.$/,
    );
  });

  it('knows lower is better, and figures below zero', () => {
    // a half in ten years of a quarter in twenty: 0.5^(1/10) = 0.25^(1/20), R = 1
    const falling = grown(100, 50, { direction: -1, rule: { kind: 'level', value: 25 } });
    expect(word(falling)?.numbers['ratio']).toBeCloseTo(1, 9);
    // upwards from −10 by −5 to −2.5: sign(v0) = −1, Co = −0.0669670, R = (−1)(1)(−0.0669670)/0.0669670
    const deficit = grown(-10, -5, { rule: { kind: 'level', value: -2.5 } });
    expect(word(deficit)?.numbers).toMatchObject({
      observedGrowth: expect.closeTo(-0.066967, 6),
      ratio: expect.closeTo(1, 9),
    });
    expect(word(deficit)?.sentence).toContain('it changed by +6.7% a year, where +6.7% a year was needed');
    expect(word(grown(-10, -11, { rule: { kind: 'level', value: -2.5 } }))?.verdict).toBe('deteriorating');
  });

  it.each<[string, number, number, number, Verdict, RegExp]>([
    [
      'from zero the right way',
      0,
      5,
      400,
      'cannot-tell-yet',
      /^No rate of growth leads from £0.0 million to £5.0 million, so this method cannot tell yet\.$/,
    ],
    ['from zero the wrong way', 0, -5, 400, 'deteriorating', /but it is the wrong way, so it is deteriorating\.$/],
    ['from zero to zero', 0, 0, 400, 'off-track', /but nothing has moved, so it is off track\.$/],
    ['through zero the right way', -5, 5, 400, 'cannot-tell-yet', /cannot tell yet/],
    ['through zero the wrong way', 5, -5, 400, 'deteriorating', /wrong way/],
    [
      'down to zero',
      5,
      0,
      400,
      'deteriorating',
      /changed by −100.0% a year, where \+24.5% a year was needed .*, the other way, so it is deteriorating \(score −5.0 of −5 to 5\)\.$/,
    ],
    [
      'to a target across zero',
      -10,
      -5,
      10,
      'cannot-tell-yet',
      /changed by \+6.7% a year, and no rate of growth leads from there to £10.0 million, so this method cannot tell yet\.$/,
    ],
    ['away from a target across zero', -10, -15, 10, 'deteriorating', /deteriorating/],
    ['a target that holds, lost', 50, 49, 50, 'deteriorating', /where none was asked for, so it is deteriorating\.$/],
    ['a target met before, lost', 50, 35, 40, 'deteriorating', /the other way/],
    ['a target reached', 50, 401, 400, 'at-target', /at or beyond the target/],
  ])('is safe %s', (_, from, to, asked, verdict, sentence) => {
    const found = word(grown(from, to, { rule: { kind: 'level', value: asked } }));
    expect(found?.verdict).toBe(verdict);
    expect(found?.sentence).toMatch(sentence);
    expect(Object.values(found?.numbers ?? {}).every(Number.isFinite)).toBe(true);
  });

  it('scores a target that is reached 5', () => {
    expect(word(grown(50, 401))?.numbers['score']).toBe(5);
    const decides = { periodKey: '2024-01-01/P1Y', releaseExpected: '2025-06-30' };
    expect(word(grown(50, 401, { decides }))).toMatchObject({ verdict: 'achieved', numbers: { score: 5 } });
    expect(word(grown(50, 399, { decides }))?.numbers['score']).toBeLessThan(5);
  });

  it('takes a target of zero for the most that is published as zero', () => {
    // from 10 to 5 in five years of ten, rounded to 0.1: Co = 0.5^(1/5) − 1 = −0.1294494; Cr = (0.05/10)^(1/10) − 1 = −0.4112960
    // R = 0.3147355
    const target = grown(10, 5, {
      direction: -1,
      rule: { kind: 'level', value: 0 },
      series: [point(2019, 10), point(2024, 5)],
      baseline: { periodKey: '2019-01-01/P1Y' },
      decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    });
    expect(word(target)?.numbers['ratio']).toBeCloseTo(0.3147355, 6);
    // a baseline that is itself published as zero: Cr = −1
    expect(word({ ...target, series: [point(2019, 0.05), point(2024, 0.04)] })?.numbers['requiredGrowth']).toBe(-1);
  });
});

describe('growth without a target', () => {
  const yearly = (rate: number, change: Partial<TargetToJudge> = {}): TargetToJudge =>
    grown(100, 100 * (1 + rate) ** 10, { rule: { kind: 'direction' }, ...change });

  it.each<[number, Verdict, number]>([
    [0.03, 'on-track', 5], // 500·0.03 − 5 = 10, at most 5
    [0.018, 'on-track', 4],
    [0.015, 'on-track', 2.5],
    [0.0149, 'slipping', 2.475], // 250·0.0149 − 1.25
    [0.005, 'slipping', 0],
    [0.0049, 'off-track', -0.05], // 500·0.0049 − 2.5
    [0, 'off-track', -2.5],
    [-0.0001, 'deteriorating', -2.5125], // 125·−0.0001 − 2.5
    [-0.03, 'deteriorating', -5],
  ])('%d a year is %s, score %d', (rate, verdict, score) => {
    const found = word(yearly(rate));
    expect(found?.verdict).toBe(verdict);
    expect(found?.numbers['growth']).toBeCloseTo(rate, 9);
    expect(found?.numbers['limitFactor']).toBe(1);
    expect(found?.sentence).toContain('(on track from 1.5% for the better, slipping from 0.5%), so it is');
    expect(found?.numbers['score']).toBeCloseTo(score, 6);
  });

  it('asks for less near a natural limit', () => {
    // 90 of 100: C = 1 − 0.9^4.44 = 0.373622; on track from 0.00560432, slipping from 0.00186811
    const share = (rate: number): MethodWord | undefined =>
      word(grown(90, 90 * (1 + rate) ** 10, { rule: { kind: 'direction' }, naturalLimit: 100 }));
    expect(share(0.0057)).toMatchObject({ verdict: 'on-track', numbers: { limitFactor: expect.closeTo(0.373622, 6) } });
    expect(share(0.0056)?.verdict).toBe('slipping');
    expect(share(0.0018)?.verdict).toBe('off-track');
    expect(share(0.0057)?.sentence).toContain(
      '(on track from 1.5% for the better, slipping from 0.5%, thresholds times 0.37 so near its limit)',
    );
    // at the limit itself nothing is asked but not to fall
    expect(word(grown(100, 100, { rule: { kind: 'direction' }, naturalLimit: 100 }))).toMatchObject({
      verdict: 'on-track',
      numbers: { score: 5 },
    });
    expect(word(grown(100, 99, { rule: { kind: 'direction' }, naturalLimit: 100 }))?.verdict).toBe('deteriorating');
  });

  it('takes what has passed zero for a fall by its whole size', () => {
    const falling = { rule: { kind: 'direction' as const }, direction: -1 as const };
    expect(word(grown(5, -1, falling))).toMatchObject({
      verdict: 'on-track',
      numbers: { observedGrowth: -1, growth: 1 },
    });
    expect(word(grown(5, -1, falling))?.sentence).toMatch(/^Since 2014 it has passed zero \(/);
    expect(word(grown(5, -1, { rule: { kind: 'direction' } }))?.verdict).toBe('deteriorating');
    expect(word(grown(0, 1, falling))?.verdict).toBe('deteriorating');
    expect(word(grown(0, -1, falling))?.verdict).toBe('cannot-tell-yet');
  });
});
