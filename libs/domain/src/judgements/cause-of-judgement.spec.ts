import { describe, expect, it } from '@jest/globals';
import type { CauseHints } from './computed-judgement.js';
import { causeOfJudgement } from './cause-of-judgement.js';
import type { Verdict } from './verdict.js';

const HINTS: CauseHints = {
  methodVersion: '1',
  rule: '{"rule":{"kind":"level","value":90}}',
  areaName: 'England',
  baselineKey: '2018-09-01/P1Y',
  latestKey: '2024-09-01/P1Y',
  decidingPeriodOver: false,
  heldOffTrack: false,
};

const judged = (verdict: Verdict, inputs: string[] = ['1/a/2024/7'], hints: Partial<CauseHints> = {}) => ({
  verdict,
  inputs,
  causeHints: { ...HINTS, ...hints },
});

describe('why a judgement is given', () => {
  it('is the first where there was none', () => {
    expect(causeOfJudgement(undefined, judged('off-track'))).toBe('first');
  });

  it.each<[string, ReturnType<typeof judged>, ReturnType<typeof judged>, string]>([
    ['another word for a new period', judged('on-track'), judged('off-track', ['1/a/2025/8'], { latestKey: '2025-09-01/P1Y' }), 'new-period'],
    ['the same word for a new period', judged('off-track'), judged('off-track', ['1/a/2025/8'], { latestKey: '2025-09-01/P1Y' }), 'new-period'],
    ['another word by revised figures', judged('on-track'), judged('off-track', ['1/a/2024/8']), 'revision'],
    ['areas that were wanting have come', judged('no-data'), judged('off-track', ['1/a/2024/7', '1/b/2024/8']), 'new-period'],
    ['the same word by revised figures', judged('off-track'), judged('off-track', ['1/a/2024/8']), 'revision'],
    ['the same word by a changed target', judged('off-track'), judged('off-track', undefined, { rule: '{}' }), 'target'],
    ['the same word by a new method', judged('off-track'), judged('off-track', undefined, { methodVersion: '2' }), 'method'],
    ['the same word and figures, other words around them', judged('awaiting-figures'), judged('awaiting-figures'), 'passed-date'],
    ['the same figures in another order', judged('no-data', ['x', 'y']), judged('no-data', ['y', 'x']), 'passed-date'],
    ['the deciding period has run out', judged('on-track'), judged('awaiting-figures', undefined, { decidingPeriodOver: true }), 'passed-date'],
  ])('%s', (_, before, after, cause) => {
    expect(causeOfJudgement(before, after)).toBe(cause);
  });
});
