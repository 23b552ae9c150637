import { describe, expect, it } from '@jest/globals';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { overAreas } from './area-cases.js';
import { areaFigures, pointAt } from './area-figures.js';
import { chooseGroup } from './area-group.js';
import { apartFrom, areasAtBothEnds, pairsOf, periodsBefore } from './area-pairs.js';
import type { AreaSeries, SeriesPoint, TargetToJudge } from './target-to-judge.js';

function period(key: string): Period {
  const found = parsePeriod(key);
  if (!found) throw new Error(key);
  return found;
}

function point(key: string, value: number, se = 0.5): SeriesPoint {
  return { key, period: period(key), value, lower: value - 1.96 * se, upper: value + 1.96 * se };
}

function area(code: string, ...series: SeriesPoint[]): AreaSeries {
  return { code, name: code, series };
}

function target(list: readonly AreaSeries[], change: Partial<TargetToJudge> = {}): TargetToJudge {
  return overAreas({ kind: 'every-area' }, list, change);
}

const windows = (first: number, last: number): string[] => Array.from({ length: last - first + 1 }, (_, index) => `${first + index}-01-01/P3Y`);

describe('figures of areas', () => {
  it('a snapshot in the same month answers where none has the very day', () => {
    const series = [point('2018-04-18', 1), point('2019-04-10', 2)];
    expect(pointAt(series, period('2019-04-17'))?.value).toBe(2);
    expect(pointAt(series, period('2019-04-10'))?.value).toBe(2);
    expect(pointAt(series, period('2019-05-10'))).toBeUndefined();
    expect(pointAt([point('2019-01-01/P1Y', 3)], period('2019-01-01/P2Y'))).toBeUndefined();
  });

  it('are put in order and cleared of what cannot be used', () => {
    const mixed = area('b', point('2020-01-01/P1Y', 3), point('2019-01-01/P1Y', Number.NaN), point('2018-01-01/P1Y', 1), point('2026-01-01/P1Y', 4), point('2018-01-01/P1Y', 9));
    const neat = area('a', point('2018-01-01/P1Y', 1), point('2019-01-01/P1Y', 2));
    const [first, second] = areaFigures([mixed, neat], '2026-06-26');
    // what is in order is taken as it is
    expect(first).toBe(neat);
    expect(second?.series.map(({ value }) => value)).toEqual([1, 3]);
  });
});

describe('areas at both ends', () => {
  const years = (code: string, ...of: number[]): AreaSeries => area(code, ...of.map((year) => point(`${year}-01-01/P1Y`, year)));
  const found = (list: AreaSeries[], expected = list.length): [number, string | undefined] => {
    const { areas, period: latest } = areasAtBothEnds(list, expected, period('2019-01-01/P1Y'), period('2029-01-01/P1Y'));
    return [areas.length, latest?.label];
  };

  it.each<[string, AreaSeries[], [number, string | undefined]]>([
    ['the latest that all have', [years('a', 2019, 2022, 2023), years('b', 2019, 2022)], [2, '2022']],
    ['else the one that most have', [years('a', 2019, 2022, 2023), years('b', 2019, 2022), years('c', 2019)], [2, '2022']],
    ['of two that as many have the later', [years('a', 2019, 2022, 2023), years('b', 2019)], [1, '2023']],
    ['nobody without a baseline', [years('a', 2018, 2022), years('b', 2022)], [0, undefined]],
    ['nothing before the baseline', [years('a', 2018, 2019), years('b', 2018, 2019)], [0, undefined]],
    ['nothing after the deciding period', [years('a', 2019, 2028, 2030), years('b', 2019, 2028, 2030)], [2, '2028']],
    ['the deciding period itself', [years('a', 2019, 2029, 2030), years('b', 2019, 2029, 2030)], [2, '2029']],
  ])('%s', (_, list, expected) => {
    expect(found(list)).toEqual(expected);
  });
});

describe('pairs', () => {
  it('share an error where windows overlap', () => {
    // 2017 to 2019 and 2018 to 2020 share two of three years: ρ = 2/3, 2/3·0.5·0.25
    const list = [area('a', point('2017-01-01/P3Y', 60), point('2018-01-01/P3Y', 61, 0.25)), area('b', point('2017-01-01/P3Y', 60))];
    const pairs = pairsOf(target(list), list, [period('2017-01-01/P3Y')], period('2018-01-01/P3Y'));
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.covariance).toBeCloseTo(2 / 24, 9);
    expect(pairs[0]?.from).toMatchObject({ value: 60, label: '2017 to 2019' });
  });

  it('average a baseline of several periods', () => {
    const list = [area('a', point('2017-01-01/P1Y', 60), point('2018-01-01/P1Y', 64), point('2020-01-01/P1Y', 61))];
    const [pair] = pairsOf(target(list), list, [period('2017-01-01/P1Y'), period('2018-01-01/P1Y')], period('2020-01-01/P1Y'));
    expect(pair?.from.value).toBe(62);
    // √(0.5² + 0.5²)/2
    expect(pair?.from.se).toBeCloseTo(0.35355, 4);
    expect(pair?.covariance).toBe(0);
  });
});

describe('the periods before a baseline', () => {
  const list = [area('a', ...windows(2008, 2017).map((key) => point(key, 1)))];

  it('leave out shock years, first periods of a standard, and what too few areas have', () => {
    const change = { shockYears: [2010], firstPeriodsOfStandard: ['2012-01-01/P3Y'] };
    const found = periodsBefore(list, target(list, change), period('2015-01-01/P3Y'));
    // 2008 to 2010, 2009 to 2011 and 2010 to 2012 touch 2010
    expect(found.map(({ label }) => label)).toEqual(['2011 to 2013', '2013 to 2015', '2014 to 2016']);
    expect(periodsBefore(list, target(list, { areas: { expected: 2, list } }), period('2015-01-01/P3Y'))).toEqual([]);
  });

  it('choose a group only where they share no day with the baseline', () => {
    const before = periodsBefore(list, target(list), period('2015-01-01/P3Y'));
    expect(apartFrom(before, period('2015-01-01/P3Y')).at(-1)?.label).toBe('2012 to 2014');
    const choice = { side: 'best', share: 20, years: 3 } as const;
    const chosen = chooseGroup(list, target(list), period('2015-01-01/P3Y'), choice);
    expect(chosen?.periods.map(({ label }) => label)).toEqual(['2010 to 2012', '2011 to 2013', '2012 to 2014']);
    const earlier = chooseGroup(list, target(list), period('2015-01-01/P3Y'), { ...choice, earlier: 1 });
    expect(earlier?.periods.at(-1)?.label).toBe('2011 to 2013');
    // 2008 to 2010, 2009 to 2011 and 2010 to 2012 are three; a baseline a year earlier leaves two
    expect(chooseGroup(list, target(list), period('2013-01-01/P3Y'), choice)?.periods).toHaveLength(3);
    expect(chooseGroup(list, target(list), period('2012-01-01/P3Y'), choice)).toBeUndefined();
  });
});
