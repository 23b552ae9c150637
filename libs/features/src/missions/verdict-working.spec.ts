import { describe, expect, it } from '@jest/globals';
import { type FigureUsed, type JudgementComponents } from '#domain/judgements/computed-judgement.js';
import { verdictWorking } from './verdict-working.js';

const figure = (value: number, year: number): FigureUsed => ({
  value, periodKey: `${year}-09-01/P1Y`, periodLabel: `school year ${year}/${year - 1999}`, standardError: 0.29, standardErrorBasis: 'rounding', provisional: false,
});
const style = { unit: '%', decimals: 0 };

// 65 in 2018/19, 62 in 2024/25: worse by 3; √(0.29² + 0.29²) = 0.41; 3/0.41 = 7.3
const change: JudgementComponents = { baseline: figure(65, 2018), latest: figure(62, 2024), change: -3, changeStandardError: Math.hypot(0.29, 0.29) };

describe('verdictWorking', () => {
  it('tells a target without a path by its change', () => {
    expect(verdictWorking({ verdict: 'off-track', components: change, style })).toEqual([
      'Baseline: 65% in school year 2018/19.',
      'Latest figure: 62% in school year 2024/25.',
      'Change since the baseline: 3 percentage points for the worse.',
      'Error: one standard error of that change is 0.4 percentage points. The change is 7.3 times that.',
      'The word: off track.',
    ]);
  });

  it.each([
    ['no figures', {}],
    ['one figure', { latest: figure(62, 2024) }],
    ['areas alone', { areas: { usable: 1, expected: 2 } }],
  ])('has no steps with %s', (_, components) => expect(verdictWorking({ verdict: 'no-data', components, style })).toEqual([]));
});
