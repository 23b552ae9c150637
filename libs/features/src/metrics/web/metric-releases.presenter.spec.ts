import { describe, expect, it } from '@jest/globals';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { type Metric } from '../metric.entity.js';
import { metricReleases } from './metric-releases.presenter.js';

const METRIC = { unit: '%', decimals: 1 } as Metric;
const FIRST: ReleaseOfMetric = {
  id: 1, fileName: 'a.csv', publisher: 'ONS', knownAt: new Date('2025-06-26T08:30:00Z'), rows: 1200, wholeSeries: false, startsNewSeries: false, provisional: 12, revision: null,
};
const NEXT: ReleaseOfMetric = { ...FIRST, id: 2, fileName: 'b.csv', provisional: 0, revision: { moved: 1500, added: 9, withdrawn: 0, largestMove: 1.25 } };

describe('metricReleases', () => {
  it.each<[string, ReleaseOfMetric[], string]>([
    ['the first', [FIRST], 'The first of the series'],
    ['a later one', [NEXT, FIRST], '1,500 moved, 9 new, 0 withdrawn. The largest move is 1.3 percentage points.'],
    ['a whole series', [{ ...NEXT, wholeSeries: true, revision: { moved: 0, added: 0, withdrawn: 3, largestMove: null } }, FIRST], 'Replaces the whole series. 0 moved, 0 new, 3 withdrawn.'],
    ['one that starts anew', [{ ...NEXT, startsNewSeries: true, revision: null }, FIRST], 'Starts a new series: earlier releases no longer belong to it'],
    ['one that the job has not reached', [{ ...NEXT, revision: null }, FIRST], 'Not worked out yet'],
  ])('says what %s changed', (_, releases, text) => expect(metricReleases(METRIC, releases, 0).table?.rows[0]?.cells.at(-1)?.text).toBe(text));

  it('counts figures and what is provisional, newest first', () => {
    const { table, warnings } = metricReleases(METRIC, [NEXT, FIRST], 0);
    expect(table?.rows.map(({ heading, cells }) => [heading, ...cells.slice(0, 4).map(({ text }) => text)])).toEqual([
      ['2', 'b.csv', '26 June 2025', '1,200', '0'],
      ['1', 'a.csv', '26 June 2025', '1,200', '12'],
    ]);
    expect(warnings).toBeUndefined();
  });

  it.each([
    [1, '1 figure looks unlikely and nobody has confirmed it yet.'],
    [2000, '2,000 figures look unlikely and nobody has confirmed them yet.'],
  ])('tells of %d open warnings', (count, text) => expect(metricReleases(METRIC, [], count).warnings).toBe(text));

  it('says so where there is none', () => {
    const found = metricReleases(METRIC, [], 0);
    expect([found.table, found.empty]).toEqual([undefined, 'No release with figures of it has been published.']);
  });
});
