import { describe, expect, it } from '@jest/globals';
import { areaOf, overAreas } from '#domain/judgements/area-cases.js';
import type { TargetRule } from '#domain/judgements/target-to-judge.js';
import { type AreasQuestion, checkEffectOverAreas, latestAreasPeriod } from './effect-over-areas.js';
import { comparedWords } from './effect-words.js';

/** Twenty areas of three years that chose the group, the baseline 2019, 2024 before the plan and 2025 in the release. */
const HISTORY = [2016, 2017, 2018, 2019];

/** @param moved by how much each area has moved, by its place: the first five are the worst. Values 40, 42, … 78. */
function question(rule: TargetRule, moved: (index: number) => number, over: Partial<AreasQuestion> = {}): AreasQuestion {
  const list = Array.from({ length: 20 }, (_, index) => {
    const value = 40 + 2 * index;
    const then = Object.fromEntries([...HISTORY, 2024].map((year) => [year, value]));
    return areaOf(`A${String(index).padStart(2, '0')}`, { ...then, 2025: value + moved(index) });
  });
  return { action: 1, target: overAreas(rule, list), asOf: '2026-06-26', beforeKey: '2024-01-01/P1Y', expectedChange: null, isOfRelease: (key) => key.endsWith('2025'), release: '1 June 2026 (ONS)', ...over };
}

const EVERY: TargetRule = { kind: 'every-area' };
const GAP: TargetRule = { kind: 'gap', measure: 'p90-minus-p10' };
const WORST: TargetRule = { kind: 'worst-areas', group: { share: 20, by: 'mean-before-baseline', years: 3 }, change: { kind: 'level', value: 60 } };
const MOST: TargetRule = { kind: 'worst-areas', group: { share: 20, by: 'mean-before-baseline', years: 3 }, change: { kind: 'improve-most' } };

describe('the check of an effect over areas', () => {
  it.each<[string, TargetRule, (index: number) => number, Partial<AreasQuestion>, string]>([
    ['every area: all plainly better', EVERY, () => 5, {}, 'shown'],
    ['every area: one plainly worse', EVERY, (index) => (index === 0 ? -9 : 5), {}, 'not-shown'],
    ['every area: nothing beyond error', EVERY, () => 0.1, {}, 'cannot-tell'],
    ['every area: better, and by as much as promised', EVERY, () => 5, { expectedChange: 5 }, 'shown'],
    ['every area: better, and by less than promised', EVERY, () => 5, { expectedChange: 6 }, 'not-shown'],
    ['gap: the ends draw nearer', GAP, (index) => 9.5 - index, {}, 'shown'],
    ['gap: the ends draw apart', GAP, (index) => index - 9.5, {}, 'not-shown'],
    ['gap: all move alike', GAP, () => 5, {}, 'cannot-tell'],
    // p90 − p10 by the same quantile rule: 76 − 42 apart in steps of 2, 38 − … halved when each step of 2 becomes 1
    ['gap: nearer by less than promised', GAP, (index) => 9.5 - index, { expectedChange: 40 }, 'not-shown'],
    ['worst areas: the four worst by 3', WORST, (index) => (index < 4 ? 3 : 0), { expectedChange: 3 }, 'shown'],
    ['worst areas: three of the four worst by 3', WORST, (index) => (index < 3 ? 3 : 0), { expectedChange: 3 }, 'not-shown'],
    ['worst areas: only the others', WORST, (index) => (index < 4 ? 0 : 3), {}, 'not-shown'],
    ['improve most: more than the others', MOST, (index) => (index < 4 ? 3 : 2), {}, 'shown'],
    ['improve most: less than the others', MOST, (index) => (index < 4 ? 2 : 3), {}, 'not-shown'],
    ['no figures of the release', EVERY, () => 5, { isOfRelease: () => false }, 'no-figure'],
    ['no figures before', EVERY, () => 5, { beforeKey: null }, 'no-figure'],
    ['nothing later than before', EVERY, () => 5, { beforeKey: '2025-01-01/P1Y' }, 'no-figure'],
  ])('%s', (_, rule, moved, over, outcome) => {
    expect(checkEffectOverAreas(question(rule, moved, over)).outcome).toBe(outcome);
  });

  it('is the other way round where lower is better', () => {
    const asked = question(WORST, () => -3);
    expect(checkEffectOverAreas({ ...asked, target: { ...asked.target, direction: -1 } }).outcome).toBe('shown');
  });

  it('says what was compared with what', () => {
    expect(checkEffectOverAreas(question(WORST, (index) => (index < 4 ? 3 : 0), { expectedChange: 2 })).sentence).toBe(
      'Action 1, Employment rate in the local authorities of the UK, 2024, before the plan, against 2025 by the release of 1 June 2026 (ONS): the mean of the worst areas (4) was 43.0% and is 46.0%. The plan expected a change for the better of 2.0% or more. The effect is shown.',
    );
    expect(checkEffectOverAreas(question(EVERY, () => 5)).sentence).toContain('of 20 areas with figures at both, 20 shown to be better, 0 shown to be worse and 0 of which it cannot be told; the mean of all areas is better by 5.0%');
    expect(checkEffectOverAreas(question(EVERY, () => 5)).figures).toMatchObject({ rule: 'every-area', areas: 20, risen: 20, fallen: 0, beforePeriod: '2024', afterPeriod: '2025' });
  });

  it.each([['every-area', 'each of the districts'], ['gap', 'the gap between the districts'], ['worst-areas', 'the mean of the worst areas among the districts'], [undefined, 'the figure for the districts']] as const)('words for %s', (kind, words) => {
    expect(comparedWords(kind, 'the districts')).toContain(`Compared: ${words}`);
  });

  it('takes the newest period that enough areas have', () => {
    const { target } = question(EVERY, () => 1);
    expect(latestAreasPeriod(target, '2026-06-26')?.label).toBe('2025');
    expect(latestAreasPeriod(target, '2025-06-26')?.label).toBe('2024');
    expect(latestAreasPeriod({ ...target, areas: { expected: 30, list: target.areas?.list ?? [] } }, '2026-06-26')).toBeUndefined();
  });
});
