import { describe, expect, it } from '@jest/globals';
import { ambitionVerdict } from './ambition-rule.js';

const seen = (pace: number) => ({ pace, windows: 40, years: 8 });

describe('ambitionVerdict', () => {
  it.each([
    ['at 80%, going the right way', 0.8, 0.8, { usual: 1, needed: 0.5 }, 'not-ambitious-enough', 'likely-anyway'],
    ['just below', 0.79, 0.79, { usual: 1, needed: 0.5 }, 'right-level', 'stretching'],
    ['likely where areas share their shocks and not where they do not', 0.1, 0.9, { usual: 1, needed: 0.5 }, 'right-level', 'stretching'],
    ['likely, with a history the wrong way', 0.95, 0.95, { usual: -0.1, needed: -1 }, 'right-level', 'wrong-way'],
    ['in between, with a history the wrong way', 0.3, 0.3, { usual: -0.1, needed: 1 }, 'right-level', 'wrong-way'],
    ['at 5% and above the 95th percentile', 0.05, 0.05, { usual: 1, needed: 3.1, precedent: seen(3) }, 'too-ambitious', 'no-precedent'],
    ['at 5% and on the 95th percentile', 0.05, 0.05, { usual: 1, needed: 3, precedent: seen(3) }, 'right-level', 'has-precedent'],
    ['just above 5%', 0.051, 0.051, { usual: 1, needed: 3.1, precedent: seen(3) }, 'right-level', 'stretching'],
    ['hardly, the wrong way, without precedent', 0, 0, { usual: -1, needed: 3.1, precedent: seen(3) }, 'too-ambitious', 'no-precedent'],
    ['hardly, and nothing to compare with', 0.01, 0.01, { usual: 1, needed: 3 }, 'more-information-needed', 'nothing-to-compare'],
  ])('%s', (_, least, most, paces, verdict, reason) => {
    expect(ambitionVerdict({ least, most }, { relative: false, ...paces })).toEqual({ verdict, reason });
  });
});
