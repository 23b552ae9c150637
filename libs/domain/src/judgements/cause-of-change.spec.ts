import { describe, expect, it } from '@jest/globals';
import { type CauseOfChange, causeOfChange } from './cause-of-change.js';
import type { CauseHints } from './computed-judgement.js';
import type { Verdict } from './verdict.js';

const HINTS: CauseHints = {
  methodVersion: '1',
  rule: 'level 90',
  areaName: 'England',
  baselineKey: '2018-09-01/P1Y',
  latestKey: '2023-09-01/P1Y',
  decidingPeriodOver: false,
  heldOffTrack: false,
};

describe('causeOfChange', () => {
  it.each<[Partial<CauseHints>, Verdict, CauseOfChange | undefined]>([
    [{ latestKey: '2024-09-01/P1Y' }, 'on-track', undefined],
    [{ latestKey: '2024-09-01/P1Y' }, 'off-track', 'new-period'],
    [{ latestKey: '2024-09-01/P1Y', rule: 'level 80' }, 'off-track', 'target'],
    [{ rule: 'level 80', methodVersion: '2' }, 'off-track', 'method'],
    [{ baselineKey: '2017-09-01/P1Y' }, 'off-track', 'baseline'],
    [{ areaName: 'Wales' }, 'off-track', 'area'],
    [{ decidingPeriodOver: true }, 'awaiting-figures', 'passed-date'],
    [{ decidingPeriodOver: true, latestKey: '2029-09-01/P1Y' }, 'missed', 'new-period'],
    [{}, 'off-track', 'revision'],
    [{ latestKey: '2022-09-01/P1Y' }, 'off-track', 'revision'], // the latest figure was withdrawn
  ])('%j, to %s: %s', (change, verdict, cause) => {
    const before = { verdict: 'on-track' as const, causeHints: HINTS };
    expect(causeOfChange(before, { verdict, causeHints: { ...HINTS, ...change } })).toBe(cause);
  });

  it('takes the first figures that can be judged for a new period, whatever was there before', () => {
    // 40 of 361 areas before, all of them now, for the same latest period: nothing was revised
    const before = { verdict: 'no-data' as const, causeHints: HINTS };
    expect(causeOfChange(before, { verdict: 'off-track', causeHints: HINTS })).toBe('new-period');
    expect(causeOfChange(before, { verdict: 'target-not-comparable', causeHints: HINTS })).toBe('revision');
  });

  it('names a passed date where a first figure became overdue', () => {
    const { latestKey: _, ...none } = HINTS;
    const before = { verdict: 'too-early' as const, causeHints: none };
    expect(causeOfChange(before, { verdict: 'no-data', causeHints: none })).toBe('passed-date');
    expect(causeOfChange(before, { verdict: 'on-track', causeHints: HINTS })).toBe('new-period');
  });
});
