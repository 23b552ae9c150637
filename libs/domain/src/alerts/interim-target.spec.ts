import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import type { SeriesPoint, TargetMilestone, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { interimFacts, interimOutcomes, interimSentence } from './interim-target.js';

const point = (key: string, value: number, provisional = false): SeriesPoint => {
  const period = parsePeriod(key);
  if (!period) throw new Error(key);
  return { key: `1/E92000001/${key}/7`, period, value, ...(provisional ? { provisional } : {}) } as SeriesPoint;
};
const SET: TargetMilestone = { period: '2024-09-01/P1Y', kind: 'interim-target', value: 75 };
/** 90 % by 2029/30 from 65 % in 2018/19; government has set 75 % for 2024/25, a school year that ends on 31 August 2025. */
const target = (series: SeriesPoint[], over: Partial<TargetToJudge> = {}): TargetToJudge => ({
  direction: 1, rule: { kind: 'level', value: 90 }, baseline: { periodKey: '2018-09-01/P1Y' }, decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-12-15' },
  milestones: [SET], series: [point('2018-09-01/P1Y', 65), ...series], unit: '%', decimals: 0, roundingUnit: 1, metricName: 'Pupils at the expected standard', areaName: 'England', ...over,
});
const outcomes = (judged: TargetToJudge, asOf = '2026-06-01'): string[] => interimOutcomes(judged, asOf).map(({ outcome }) => outcome);

describe('an interim target that government set', () => {
  it.each<[string, TargetToJudge, string, string[]]>([
    ['its period is not over', target([point('2024-09-01/P1Y', 70)]), '2025-08-31', []],
    ['its figure is not there', target([point('2023-09-01/P1Y', 70)]), '2026-06-01', ['awaiting']],
    ['a provisional figure decides nothing', target([point('2024-09-01/P1Y', 70, true)]), '2026-06-01', ['awaiting']],
    ['short of it', target([point('2024-09-01/P1Y', 74)]), '2026-06-01', ['missed']],
    ['reached to the point', target([point('2024-09-01/P1Y', 75)]), '2026-06-01', ['met']],
    ['a later figure does not make up for it', target([point('2024-09-01/P1Y', 74), point('2025-09-01/P1Y', 80)]), '2027-01-01', ['missed']],
    ['lower is better, and it is higher', target([point('2024-09-01/P1Y', 76)], { direction: -1 }), '2026-06-01', ['missed']],
    // half as much again by 2029/30, a fifth by 2024/25: 65 × 1.2 = 78
    ['a change by percent, counted from the baseline', target([point('2024-09-01/P1Y', 77)], { rule: { kind: 'change-by-percent', percent: 50 }, milestones: [{ ...SET, value: 20 }] }), '2026-06-01', ['missed']],
    ['the same, reached', target([point('2024-09-01/P1Y', 78)], { rule: { kind: 'change-by-percent', percent: 50 }, milestones: [{ ...SET, value: 20 }] }), '2026-06-01', ['met']],
    ['a change without the baseline it is counted from', target([point('2024-09-01/P1Y', 77)], { rule: { kind: 'change-by-percent', percent: 50 }, milestones: [{ ...SET, value: 20 }], baseline: { periodKey: '2017-09-01/P1Y' } }), '2026-06-01', []],
    ['a milestone that lies on the path and was set by nobody', target([point('2024-09-01/P1Y', 66)], { milestones: [{ period: '2024-09-01/P1Y', kind: 'derived' }] }), '2026-06-01', []],
    ['two, in order of time', target([point('2023-09-01/P1Y', 71), point('2024-09-01/P1Y', 74)], { milestones: [SET, { ...SET, period: '2023-09-01/P1Y', value: 70 }] }), '2026-06-01', ['met', 'missed']],
    ['a rule over areas has no one figure', target([], { rule: { kind: 'every-area' }, areas: { expected: 0, list: [] } }), '2026-06-01', []],
  ])('%s', (_, judged, asOf, expected) => {
    expect(outcomes(judged, asOf)).toEqual(expected);
  });

  it('says what was asked and what was reached', () => {
    const judged = target([point('2024-09-01/P1Y', 74)]);
    const [missed] = interimOutcomes(judged, '2026-06-01');
    if (!missed) throw new Error('nothing was missed');
    expect(interimSentence(missed, judged)).toBe('Pupils at the expected standard in England was to be 75% in school year 2024/25, an interim target that government set; it was 74%, so it was missed.');
    expect(interimFacts(missed, judged).map(({ value }) => value)).toEqual(['75% in school year 2024/25', '74%']);
  });
});
