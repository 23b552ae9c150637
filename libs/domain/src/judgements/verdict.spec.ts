import { describe, expect, it } from '@jest/globals';
import {
  compareWorstFirst,
  isJudged,
  isOffTrackOrWorse,
  isOnTrackOrBetter,
  isVerdict,
  severityOf,
  VERDICT_SLUGS,
  VERDICTS,
} from './verdict.js';

describe('the words of a verdict', () => {
  it('are fourteen, and a slug is its words with hyphens', () => {
    expect(VERDICT_SLUGS).toHaveLength(14);
    for (const slug of VERDICT_SLUGS) expect(slug).toBe(VERDICTS[slug].replaceAll(' ', '-'));
  });

  it('know a slug from any other text', () => {
    expect(['off-track', 'off track', 'toString', ''].map(isVerdict)).toEqual([true, false, false, false]);
  });

  it('are sorted worst first, with those that judge nothing last', () => {
    expect([...VERDICT_SLUGS].sort(compareWorstFirst).slice(0, 9)).toEqual([
      'missed',
      'deteriorating',
      'off-track',
      'slipping',
      'cannot-tell-yet',
      'no-detectable-change',
      'on-track',
      'at-target',
      'achieved',
    ]);
  });

  it('rank cannot tell yet with slipping', () => {
    expect(severityOf('cannot-tell-yet')).toBe(severityOf('slipping'));
  });

  it('raise an alert at off track, deteriorating and missed only', () => {
    expect(VERDICT_SLUGS.filter(isOffTrackOrWorse)).toEqual(['off-track', 'deteriorating', 'missed']);
    expect(VERDICT_SLUGS.filter(isOnTrackOrBetter)).toEqual(['achieved', 'at-target', 'on-track']);
  });

  it('judge nothing in five cases', () => {
    expect(VERDICT_SLUGS.filter((slug) => !isJudged(slug))).toEqual([
      'too-early',
      'awaiting-figures',
      'no-data',
      'target-not-comparable',
      'target-undefined',
    ]);
  });
});
