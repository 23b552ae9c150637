import { describe, expect, it } from '@jest/globals';
import { linePieces } from './line-pieces.js';

describe('linePieces', () => {
  it.each<[string, number[], number[][]]>([
    ['nothing', [], []],
    ['one point', [2020], [[2020]]],
    ['two points, whose spacing is the cadence', [2015, 2023], [[2015, 2023]]],
    ['every year', [2020, 2021, 2022], [[2020, 2021, 2022]]],
    ['every fourth year', [2011, 2015, 2019], [[2011, 2015, 2019]]],
    // spacings 1, 1, 3, 1: the median is 1, and 3 is more than 1.5
    ['a series with two years missing', [2017, 2018, 2019, 2022, 2023], [[2017, 2018, 2019], [2022, 2023]]],
    // spacings 1 and 3: the lesser of the middle two is 1
    ['a gap as often as a year', [2018, 2019, 2022], [[2018, 2019], [2022]]],
    // spacings 1, 1.5, 1: not more than one and a half
    ['a snapshot half a year late', [2018, 2019, 2020.5, 2021.5], [[2018, 2019, 2020.5, 2021.5]]],
    ['quarters with one missing', [2020, 2020.25, 2020.5, 2021], [[2020, 2020.25, 2020.5], [2021]]],
    ['two figures at one time', [2020, 2020, 2021], [[2020, 2020, 2021]]],
  ])('%s', (_, times, pieces) => {
    expect(linePieces(times.map((x) => ({ x }))).map((points) => points.map(({ x }) => x))).toEqual(pieces);
  });

  it('reads dates as well', () => {
    const points = ['2018-01-01', '2019-01-01', '2020-01-01', '2023-01-01'].map((x) => ({ x }));
    expect(linePieces(points).map((some) => some.length)).toEqual([3, 1]);
  });
});
