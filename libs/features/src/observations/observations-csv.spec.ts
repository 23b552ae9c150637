import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { markerOf, OBSERVATION_COLUMNS, observationRow } from './observations-csv.js';

describe('observationRow', () => {
  it('keeps value and marker apart, and a blank is never zero', () => {
    const period = parsePeriod('2018-09-01/P1Y');
    if (!period) throw new Error('no period');
    const row = observationRow(
      { slug: 'gross-median-weekly-pay', unit: '£' },
      { area: { id: 1, code: 'E06000063', name: 'Cumberland', level: 'unitary' }, period, value: null, lower: null, upper: null,
        status: 'x', note: null, release: { id: 3, publisher: 'ONS', publishedOn: '2025-10-23' } },
    );
    expect(Object.fromEntries(OBSERVATION_COLUMNS.map((column, index) => [column, row[index]]))).toEqual({
      metric: 'gross-median-weekly-pay', unit: '£', area_code: 'E06000063', area_name: 'Cumberland', area_level: 'unitary',
      period_start: '2018-09-01', period_end: '2019-08-31', period: 'school year 2018/19',
      value: null, lower_95: null, upper_95: null, marker: '[x]', note: null, release: 3, publisher: 'ONS', published_on: '2025-10-23',
    });
  });
});

describe('markerOf', () => {
  it.each([[null, ''], ['', ''], ['x', '[x]'], ['[u]', '[u]'], ['P', '[p]']])('%j is %j', (status, marker) => expect(markerOf(status)).toBe(marker));
});
