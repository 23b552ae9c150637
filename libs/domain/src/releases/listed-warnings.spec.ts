import { describe, expect, it } from '@jest/globals';
import { listedWarnings, MOST_WARNINGS_LISTED } from './listed-warnings.js';

describe('listedWarnings', () => {
  it('keeps the worst of every kind, the worst first', () => {
    const flood = [9, 8, 7, 6, 5].map((severity) => ({ kind: 'a', severity }));
    const few = [1.5, 1.2].map((severity) => ({ kind: 'b', severity }));
    expect(listedWarnings([flood, few, []], 4)).toEqual([
      { kind: 'a', severity: 9 }, { kind: 'a', severity: 8 }, { kind: 'b', severity: 1.5 }, { kind: 'b', severity: 1.2 },
    ]);
  });

  it('lists five hundred of a thousand, and none of none', () => {
    expect(listedWarnings([Array.from({ length: 1000 }, (_, index) => ({ severity: 1000 - index }))])).toHaveLength(MOST_WARNINGS_LISTED);
    expect(listedWarnings([])).toEqual([]);
  });
});
