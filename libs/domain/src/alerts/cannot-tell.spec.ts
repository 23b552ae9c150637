import { describe, expect, it } from '@jest/globals';
import { cannotTellSentence, noisyRun, type NoisyStep } from './cannot-tell.js';

const step = (text: string): NoisyStep => {
  const [verdict = '', latestKey = '', cause = 'new-period'] = text.split(' ');
  return { verdict: verdict as NoisyStep['verdict'], latestKey: latestKey === '-' ? null : latestKey, cause };
};

describe('cannot tell, two releases running', () => {
  it.each<[string, string[], string[] | undefined]>([
    ['nothing was judged', [], undefined],
    ['one release', ['cannot-tell-yet 2024'], undefined],
    ['two releases', ['cannot-tell-yet 2024 first', 'cannot-tell-yet 2025'], ['2024', '2025']],
    ['three releases are the same run', ['cannot-tell-yet 2024', 'cannot-tell-yet 2025', 'cannot-tell-yet 2026'], ['2024', '2025', '2026']],
    ['the same figure revised', ['cannot-tell-yet 2024', 'cannot-tell-yet 2024 revision'], undefined],
    ['the same figure on a later date', ['cannot-tell-yet 2024', 'cannot-tell-yet 2024 passed-date'], undefined],
    ['a release between them could tell', ['cannot-tell-yet 2024', 'slipping 2025', 'cannot-tell-yet 2026'], undefined],
    ['words that judge nothing lie between them', ['cannot-tell-yet 2024', 'awaiting-figures 2024 passed-date', 'cannot-tell-yet 2025'], ['2024', '2025']],
    ['a third release can tell', ['cannot-tell-yet 2024', 'cannot-tell-yet 2025', 'on-track 2026'], undefined],
    ['a revision can tell', ['cannot-tell-yet 2024', 'cannot-tell-yet 2025', 'off-track 2025 revision'], undefined],
    ['a run after a run', ['cannot-tell-yet 2022', 'cannot-tell-yet 2023', 'on-track 2024', 'cannot-tell-yet 2025', 'cannot-tell-yet 2026'], ['2025', '2026']],
    ['another question makes the second', ['cannot-tell-yet 2024', 'cannot-tell-yet 2025 target'], undefined],
    ['another question makes the second, a release the third', ['cannot-tell-yet 2024', 'cannot-tell-yet 2025 method', 'cannot-tell-yet 2026'], ['2024', '2025', '2026']],
    ['it has no figure', ['cannot-tell-yet -', 'cannot-tell-yet - passed-date'], undefined],
  ])('%s', (_, steps, periods) => {
    expect(noisyRun(steps.map(step))?.periods).toEqual(periods);
  });

  it('begins with the first of the run', () => {
    const steps = ['slipping 2023', 'cannot-tell-yet 2024', 'cannot-tell-yet 2025', 'cannot-tell-yet 2026'].map(step);
    expect(noisyRun(steps)).toMatchObject({ began: { latestKey: '2024' }, opener: { latestKey: '2025' } });
  });

  it('says which figures could not tell', () => {
    expect(cannotTellSentence('90% reach it', ['2024', '2025', '2026'], 'The release for 2027 can tell.')).toBe(
      'The figures for 2024, 2025 and 2026 cannot tell how the target “90% reach it” stands: “cannot tell yet”, 3 releases running. The release for 2027 can tell.',
    );
  });
});
