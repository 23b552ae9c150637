import { describe, expect, it } from '@jest/globals';
import { AREAS_AS_OF, areaOf, overAreas } from './area-cases.js';
import { levellingDownOf } from './area-rule.js';
import type { LevellingDownGuard } from './levelling-down.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';

const FIRST = 2010;

/**
 * Ten areas from 2010 to 2024, at 50 to 68 in steps of 2 in 2010. To 2019 the top two rise by `past` a year and the rest by
 * `pastRest`, then by `now` and `nowRest`. Without a target the present stretch is 2019 to 2024, the past one 2014 to 2019.
 */
function ten({ past, now, pastRest = 1, nowRest = 1 }: { past: number; now: number; pastRest?: number; nowRest?: number }): AreaSeries[] {
  return Array.from({ length: 10 }, (_, index) => {
    const [before, after] = index >= 8 ? [past, now] : [pastRest, nowRest];
    const years = Array.from({ length: 15 }, (_year, at) => FIRST + at);
    return areaOf(`A${index}`, Object.fromEntries(years.map((year) => [year, 50 + 2 * index + before * (Math.min(year, 2019) - FIRST) + after * Math.max(0, year - 2019)])));
  });
}

function guardOf(list: readonly AreaSeries[], change: Partial<TargetToJudge> = {}): LevellingDownGuard {
  return levellingDownOf(overAreas({ kind: 'undefined' }, list, change), AREAS_AS_OF);
}

describe('the guard against levelling down', () => {
  it('speaks where the top slows to less than half, and by more than all do', () => {
    // top +2 a year, then +0.2; all (2·2 + 8·1)/10 = 1.2, then (0.4 + 8)/10 = 0.84
    const { guard, numbers, sentence } = guardOf(ten({ past: 2, now: 0.2 }));
    expect(guard).toBe('levelling-down');
    expect(numbers).toMatchObject({ areas: 10, periods: ['2014-01-01/P1Y', '2019-01-01/P1Y', '2024-01-01/P1Y'] });
    expect(numbers?.topPast).toBeCloseTo(2, 9);
    expect(numbers?.topNow).toBeCloseTo(0.2, 9);
    expect(numbers?.allPast).toBeCloseTo(1.2, 9);
    expect(numbers?.allNow).toBeCloseTo(0.84, 9);
    // the sum 0.2·x2024 − 0.3·x2019 + 0.1·x2014 over two areas: se² = 0.25·(0.04 + 0.09 + 0.01)/2 = 0.0175; Φ(0.8/0.1323)
    expect(numbers?.chanceBelowHalf).toBeCloseTo(1, 6);
    // slower by 1.8, all by 0.36: 1.44; slopes of the top ½ − 1/10 = 0.4, of the rest −0.1, on −0.2, 0.4, −0.2 a year:
    // 0.25·(2·0.16 + 8·0.01)·0.24 = 0.024, se 0.155
    expect(numbers?.chanceMoreThanAll).toBeCloseTo(1, 6);
    expect(sentence).toBe(
      'Employment rate in the local authorities of the UK: from the years between 2014 and 2019 to those between 2019 and 2024, the pace of the top fifth of areas went from +2.0 percentage points to +0.2 percentage points a year (positive is better) and all areas from +1.2 percentage points to +0.8 percentage points; the gap closes, if it does, by levelling down.',
    );
  });

  it.each<[string, Parameters<typeof ten>[0], LevellingDownGuard['guard']]>([
    ['a pace over half of the past', { past: 2, now: 1.4 }, 'clear'],
    ['all slow down alike', { past: 1, now: 0.2, pastRest: 1, nowRest: 0.2 }, 'cannot-tell'],
    ['all slow down more', { past: 2, now: 0.2, pastRest: 4, nowRest: 0 }, 'clear'],
    // half of 1 is 0.5; 0.44 lies 0.06 below, se 0.1323: Φ(0.45) = 0.67
    ['too close to half', { past: 1, now: 0.44 }, 'cannot-tell'],
    ['no progress before', { past: -1, now: -3 }, 'cannot-tell'],
  ])('%s', (_, paces, guard) => {
    expect(guardOf(ten(paces)).guard).toBe(guard);
  });

  it('mirrors where lower is better', () => {
    const mirrored = ten({ past: 2, now: 0.2 }).map((area) => ({
      ...area,
      series: area.series.map((point) => ({ ...point, value: -point.value, lower: -(point.upper ?? 0), upper: -(point.lower ?? 0) })),
    }));
    expect(guardOf(mirrored, { direction: -1 })).toEqual({ ...guardOf(ten({ past: 2, now: 0.2 })) });
  });

  it('chooses the group anew before each stretch', () => {
    // A0 was far ahead from 2011 to 2013 and far behind after: it is in the past top, not in the present one
    const list = ten({ past: 2, now: 2 }).map((area) =>
      area.code === 'A0' ? { ...area, series: area.series.map((point) => (point.period.middle < 2014 ? { ...point, value: 200 } : point)) } : area,
    );
    // past top A0 and A9: A0's own change from 2014 on is 1 a year, A9's 2
    expect(guardOf(list).numbers?.topPast).toBeCloseTo(1.5, 9);
    expect(guardOf(list).numbers?.topNow).toBeCloseTo(2, 9);
  });

  it.each<[string, AreaSeries[], Partial<TargetToJudge>, RegExp]>([
    ['no areas', [], {}, /no period has figures for enough areas/],
    ['a short series', ten({ past: 2, now: 0.2 }).map((area) => ({ ...area, series: area.series.slice(-9) })), {}, /do not reach back over two stretches/],
    ['no years to choose by', ten({ past: 2, now: 0.2 }).map((area) => ({ ...area, series: area.series.slice(2) })), {}, /must be chosen by three periods before 2014/],
    ['a latest year out of the ordinary', ten({ past: 2, now: 0.2 }), { shockYears: [2024] }, /out of the ordinary/],
    ['a break', ten({ past: 2, now: 0.2 }), { breaks: [{ periodKey: '2016-01-01/P1Y', what: 'new survey' }] }, /from 2016 the series stands on another footing/],
  ])('cannot tell of %s', (_, list, change, why) => {
    const found = guardOf(list, change);
    expect(found.guard).toBe('cannot-tell');
    expect(found.sentence).toMatch(why);
  });

  it('steps back over a shock year', () => {
    const found = guardOf(ten({ past: 2, now: 0.2 }), { shockYears: [2019] });
    // 2018 to 2024 are six years, 2012 to 2018 six before; only 2010 and 2011 are left to choose by
    expect(found.sentence).toMatch(/must be chosen by three periods before 2012/);
  });

  it('stands beside every rule over areas, from its baseline', () => {
    const found = judgeTarget(overAreas({ kind: 'every-area' }, ten({ past: 2, now: 0.2 })), AREAS_AS_OF);
    expect(found.verdict).toBe('on-track');
    expect(found.components.areaFindings?.levellingDown?.guard).toBe('levelling-down');
    expect(found.reasons.at(-1)).toMatch(/by levelling down\.$/);
    const gap = judgeTarget(overAreas({ kind: 'gap', measure: 'top-against-rest' }, ten({ past: 2, now: 1.4 })), AREAS_AS_OF);
    expect(gap.components.areaFindings?.levellingDown?.guard).toBe('clear');
    expect(gap.reasons.join(' ')).not.toMatch(/levelling down/);
  });
});
