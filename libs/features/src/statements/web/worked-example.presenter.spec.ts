import { describe, expect, it } from '@jest/globals';
import { type FigureUsed, type JudgementComponents } from '#domain/judgements/computed-judgement.js';
import { workedExample } from './worked-example.presenter.js';

const figure = (value: number, year: number): FigureUsed => ({
  value,
  periodKey: `${year}-09-01/P1Y`,
  periodLabel: `school year ${year}/${year - 1999}`,
  standardError: 0.29,
  standardErrorBasis: 'rounding',
  provisional: false,
});

// 65 to 90 over 11 years; 6 years on 6/11 is due: 65 + 25 × 6/11 = 78.64; (62 − 78.64)/25 = −0.665
const components: JudgementComponents = {
  baseline: figure(65, 2018),
  latest: figure(62, 2024),
  target: { value: 90, periodKey: '2029-09-01/P1Y', periodLabel: 'school year 2029/30' },
  pathValue: 65 + (25 * 6) / 11,
  shareDue: 6 / 11,
  deviation: (62 - (65 + 150 / 11)) / 25,
  deviationStandardError: 0.0127,
  chances: { onTrack: 0, slipping: 0, offTrack: 1 },
};
const example = { mission: 'Education', target: '90% by 2030', style: { unit: '%', decimals: 0 }, components };

describe('workedExample', () => {
  it('walks from the baseline to the word', () => {
    expect(workedExample({ ...example, verdict: 'off-track' })?.list).toEqual([
      'Baseline: 65% in school year 2018/19.',
      'Target: 90% in school year 2029/30, a journey of 25 percentage points.',
      'Latest figure: 62% in school year 2024/25. By then 55% of the journey was due, so the path stands at 78.6%.',
      'Distance: 16.6 percentage points behind the path, which is 67% of the journey.',
      'Error: one standard error of that distance is 1.3% of the journey.',
      'Chances: on track 0%, slipping 0%, off track 100%.',
      'The word: off track.',
    ]);
  });

  it('says why a figure that went the wrong way is not only off track', () => {
    expect(workedExample({ ...example, verdict: 'deteriorating' })?.list?.at(-1)).toMatch(/^The word: deteriorating\. The figure has moved the wrong way/);
  });

  it('is absent for a verdict that stands on no path', () => {
    const { baseline, latest } = components;
    expect(workedExample({ ...example, verdict: 'no-data', components: baseline && latest ? { baseline, latest } : {} })).toBeUndefined();
  });
});
