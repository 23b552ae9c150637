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

/** From 2014 by 2024, decided in 2034: as many years ahead as behind, so vE = v·(v/v0). */
function grown(from: number, to: number, change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    direction: 1,
    rule: { kind: 'level', value: 200 },
    baseline: { periodKey: '2014-01-01/P1Y' },
    decides: { periodKey: '2034-01-01/P1Y', releaseExpected: '2035-06-30' },
    series: [point(2014, from), point(2024, to)],
    unit: '',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'Journeys',
    areaName: 'England',
    method: 'un-progress',
    ...change,
  };
}

function word(target: TargetToJudge): MethodWord | undefined {
  return methodWordsOf(target, TODAY).find(({ method }) => method === 'un-progress');
}

describe('UN progress chart', () => {
  // from 100 to 200: vE = v²/100, r = (v²/100 − 100)/100, so v = √(10,000·(1 + r))
  it.each<[number, Verdict]>([
    [1.25, 'on-track'],
    [0.95, 'on-track'],
    [0.9499, 'slipping'],
    [0.44, 'slipping'],
    [0.1, 'slipping'],
    [0.0999, 'off-track'],
    [0, 'off-track'],
    [-0.19, 'off-track'],
  ])('r = %d is %s', (ratio, verdict) => {
    const target = grown(100, Math.sqrt(10000 * (1 + ratio)));
    expect(judgeTarget(target, TODAY)).toMatchObject({ verdict, method: 'un-progress' });
    expect(word(target)?.numbers['ratio']).toBeCloseTo(ratio, 9);
  });

  it('says it in its own terms', () => {
    // 120: growth 1.2^(1/10) − 1 = 0.018399; vE = 144, r = 0.44
    const found = judgeTarget(grown(100, 120), TODAY);
    expect(found.sentence).toBe(
      'In 2024, journeys in England stood at 120.0; since 2014 it changed by +1.8% a year; held to 2034, that growth brings ' +
        'it to 144.0, 44% of the way to the target of 200.0, so it is slipping.',
    );
    expect(word(grown(100, 120))?.numbers).toEqual({
      observedGrowth: expect.closeTo(0.018399, 6),
      projected: expect.closeTo(144, 9),
      ratio: expect.closeTo(0.44, 9),
    });
    expect(word(grown(100, 90))?.sentence).toContain('brings it to 81.0, none of the way');
  });

  it('knows lower is better', () => {
    // 100 to 80 to a target of 50: vE = 64, r = (64 − 100)/(50 − 100) = 0.72
    const falling = grown(100, 80, { direction: -1, rule: { kind: 'level', value: 50 } });
    expect(word(falling)).toMatchObject({ verdict: 'slipping', numbers: { ratio: expect.closeTo(0.72, 9) } });
  });

  it.each<[string, number, number, number, Verdict, RegExp]>([
    [
      'from zero the right way',
      0,
      5,
      200,
      'cannot-tell-yet',
      /^No rate of growth leads from 0.0 to 5.0, so this method cannot tell yet\.$/,
    ],
    ['from zero, nearly there', 0, 190, 200, 'on-track', /it has come 95% of the way already, so it is on track\.$/],
    ['from zero, not quite', 0, 189.9, 200, 'cannot-tell-yet', /cannot tell yet/],
    ['from zero the wrong way', 0, -5, 200, 'off-track', /but it is no progress, so it is off track\.$/],
    ['from zero to zero', 0, 0, 200, 'off-track', /no progress/],
    ['through zero, nearly there', -5, 5, 5.3, 'on-track', /it has come 97.1% of the way already/], // 10/10.3
    ['through zero, not quite', -5, 5, 6, 'cannot-tell-yet', /cannot tell yet/], // 10/11
    ['through zero', -5, 5, 200, 'cannot-tell-yet', /cannot tell yet/],
    ['through zero the wrong way', 5, -5, 200, 'off-track', /no progress/],
    ['down to zero', 5, 0, 200, 'off-track', /brings it to 0.0, none of the way/],
    [
      'a target that holds, lost',
      50,
      49,
      50,
      'off-track',
      /^The target of 50.0, met in the baseline, has been lost, so it is off track\.$/,
    ],
    // (24.5 − 50)/(40 − 50) = 2.55 by the formula: the loss would count as gain
    ['a target met before, lost', 50, 35, 40, 'off-track', /has been lost/],
    ['a target reached', 50, 200, 200, 'at-target', /at or beyond the target/],
  ])('is safe %s', (_, from, to, asked, verdict, sentence) => {
    const found = word(grown(from, to, { rule: { kind: 'level', value: asked } }));
    expect(found?.verdict).toBe(verdict);
    expect(found?.sentence).toMatch(sentence);
    expect(Object.values(found?.numbers ?? {}).every(Number.isFinite)).toBe(true);
  });

  it('tells how far it has come where no rate can be held', () => {
    expect(word(grown(-5, 5, { rule: { kind: 'level', value: 6 } }))?.numbers).toEqual({
      ratio: expect.closeTo(10 / 11, 9),
    });
    expect(word(grown(5, 5))?.sentence).toContain('brings it to 5.0, none of the way');
  });

  it('words numbers beyond all bounds', () => {
    // a three-hundred-digit rise in ten years, held for ten more
    const found = word(grown(1e-150, 1e150, { rule: { kind: 'level', value: 1e200 } }));
    expect(found?.verdict).toBe('on-track');
    expect(found?.numbers['projected']).toBeUndefined();
    expect(found?.sentence).toContain('brings it to a number beyond all bounds');
  });

  it('has nothing ahead once the deciding period is over', () => {
    // decided in 2023, the latest figure of 2024: vE = v, r = 50/100
    const decides = { periodKey: '2023-01-01/P1Y', releaseExpected: '2025-06-30' };
    expect(word(grown(100, 150, { decides }))).toMatchObject({
      verdict: 'awaiting-figures',
      numbers: { projected: 150, ratio: 0.5 },
    });
  });

  it.each<[number, Verdict]>([
    [0.03, 'on-track'],
    [0.02, 'on-track'],
    [0.0199, 'slipping'],
    [0.005, 'slipping'],
    [0.0049, 'off-track'],
    [-0.01, 'off-track'],
  ])('without a target, %d a year is %s', (rate, verdict) => {
    const up = grown(100, 100 * (1 + rate) ** 10, { rule: { kind: 'direction' } });
    expect(word(up)).toMatchObject({ verdict, numbers: { growth: expect.closeTo(rate, 9) } });
    const down = grown(100, 100 * (1 - rate) ** 10, { rule: { kind: 'direction' }, direction: -1 });
    expect(word(down)?.verdict).toBe(verdict);
  });

  it('without a target, takes what has passed zero for a fall by its whole size', () => {
    const falling = { rule: { kind: 'direction' as const }, direction: -1 as const };
    expect(word(grown(5, -1, falling))).toMatchObject({ verdict: 'on-track', numbers: { growth: 1 } });
    expect(word(grown(5, -1, falling))?.sentence).toMatch(/^Since 2014 it has passed zero \(/);
    expect(word(grown(0, -1, falling))).toMatchObject({ verdict: 'cannot-tell-yet', numbers: {} });
  });
});
