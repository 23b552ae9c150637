import { describe, expect, it } from '@jest/globals';
import { periodFaults } from './period-faults.js';

describe('periodFaults', () => {
  it.each(['2024', '2023/24', '2021-22', '202122', '2023-04-01/P1Y', '2026-01-01'])('%s can be read', (text) => {
    expect(periodFaults({ period: text, provisional: [text] })).toEqual([]);
  });

  it('names what no metric could read', () => {
    expect(periodFaults({ period: 'Spring', provisional: ['2024', 'soon', '2025', 'later'] })).toEqual([
      { code: 'no-period', message: 'Period of all figures must be a period, like 2024 or 2023/24', field: 'period' },
      { code: 'no-period', message: 'Periods still provisional must be periods, like 2024, 2025: soon, later cannot be read', field: 'provisional' },
    ]);
  });

  it('has nothing to say where nothing is given', () => {
    expect(periodFaults({})).toEqual([]);
  });
});
