import { describe, expect, it } from '@jest/globals';
import { type FoundGap, LOCAL_AUTHORITIES, mergeFindings, withoutRepeats } from './found-gap.js';

const found = (over: Partial<FoundGap> = {}): FoundGap => ({
  metricId: 1, geography: 'E92000001', geographyName: 'England', kind: 'noise', sentence: 'S.', missionId: 'm1', targetIds: ['t1'], judgementId: 'j1', decidingRelease: '2030-12-15', ...over,
});

describe('findings of one look through the figures', () => {
  it('are one a metric, geography and kind, with all its targets and the earliest release that decides', () => {
    const second = found({ sentence: 'T.', missionId: 'm2', targetIds: ['t2', 't1'], judgementId: 'j2', decidingRelease: '2028-01-31' });
    const third = found({ targetIds: ['t3'], decidingRelease: undefined });
    expect(mergeFindings([found(), second, third])).toEqual([found({ targetIds: ['t1', 't2', 't3'], decidingRelease: '2028-01-31' })]);
  });

  it('stay apart where metric, geography or kind differ', () => {
    const all = [found(), found({ metricId: 2 }), found({ geography: 'W92000004' }), found({ kind: 'stale' })];
    expect(mergeFindings(all)).toEqual(all);
  });

  it('take the judgement of whichever target has one, and change nothing that was given', () => {
    const first = found({ judgementId: null, targetIds: [] });
    expect(mergeFindings([first, found()])).toEqual([found()]);
    expect(first.targetIds).toEqual([]);
  });

  it('say once that figures are too coarse: for a target’s own areas where it has some', () => {
    const wish = found({ kind: 'granularity', geography: LOCAL_AUTHORITIES });
    const own = found({ kind: 'granularity', geography: 'every ltla of England' });
    expect(withoutRepeats([own, wish])).toEqual([own]);
    expect(withoutRepeats([found(), wish])).toEqual([found(), wish]);
    expect(withoutRepeats([{ ...own, metricId: 2 }, wish])).toHaveLength(2);
  });
});
