import { describe, expect, it } from '@jest/globals';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { type Metric } from '../metric.entity.js';
import { metricReleases, type ReleasesBlock } from './metric-releases.presenter.js';

const METRIC = { unit: '%', decimals: 1 } as Metric;
const FIRST: ReleaseOfMetric = {
  id: 1, fileName: 'a.csv', publisher: 'ONS', knownAt: new Date('2025-06-26T08:30:00Z'), rows: 1200, wholeSeries: false, startsNewSeries: false, provisional: 12, revision: null,
};
const NEXT: ReleaseOfMetric = { ...FIRST, id: 2, fileName: 'b.csv', provisional: 0, revision: { moved: 1500, added: 9, withdrawn: 0, largestMove: 1.25 } };

const blockOf = (releases: readonly ReleaseOfMetric[], openWarnings = 0, undated: number[] = []): ReleasesBlock => metricReleases(METRIC, { releases, openWarnings, undated: new Set(undated) });

describe('metricReleases', () => {
  it.each<[string, ReleaseOfMetric[], string]>([
    ['the first', [FIRST], 'The first of the series'],
    ['a later one', [NEXT, FIRST], '1,500 moved, 9 new, 0 withdrawn. The largest move is 1.3 percentage points.'],
    ['a whole series', [{ ...NEXT, wholeSeries: true, revision: { moved: 0, added: 0, withdrawn: 3, largestMove: null } }, FIRST], 'Replaces the whole series. 0 moved, 0 new, 3 withdrawn.'],
    ['one that starts anew', [{ ...NEXT, startsNewSeries: true, revision: null }, FIRST], 'Starts a new series: earlier releases no longer belong to it'],
    ['one that the job has not reached', [{ ...NEXT, revision: null }, FIRST], 'Not worked out yet'],
  ])('says what %s changed', (_, releases, text) => expect(blockOf(releases).rows[0]?.revised).toBe(text));

  it('counts figures and what is provisional, newest first, each linked to its own page', () => {
    const { rows, warnings } = blockOf([NEXT, FIRST]);
    expect(rows.map(({ href, release, file, published, rows: figures, provisional }) => [href, release, file, published, figures, provisional])).toEqual([
      ['/statistics/releases/2', 'Release 2', 'b.csv', '26 June 2025', '1,200', '0'],
      ['/statistics/releases/1', 'Release 1', 'a.csv', '26 June 2025', '1,200', '12'],
    ]);
    expect(warnings).toBeUndefined();
  });

  it('gives no day of publication to a release of which nobody has said it', () => {
    expect(blockOf([NEXT, FIRST], 0, [1]).rows.map(({ published }) => published)).toEqual(['26 June 2025', 'Loaded on 26 June 2025 at 9:30am; nobody has said when it was published']);
  });

  it.each([
    [1, '1 figure looks unlikely and nobody has confirmed it yet.'],
    [2000, '2,000 figures look unlikely and nobody has confirmed them yet.'],
  ])('tells of %d open warnings', (count, text) => expect(blockOf([NEXT, FIRST], count).warnings).toEqual({ text, href: '/statistics/releases' }));

  it('leads to the warnings of the only release', () => expect(blockOf([FIRST], 3).warnings?.href).toBe('/statistics/releases/1#warnings'));

  it('says so where there is none', () => {
    const { rows, empty } = blockOf([]);
    expect([rows, empty]).toEqual([[], 'No release with figures of it has been published.']);
  });
});
