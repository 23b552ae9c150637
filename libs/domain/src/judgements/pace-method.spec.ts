import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { methodWordsOf } from './method-words.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function point(year: number, value: number): SeriesPoint {
  const period = parsePeriod(`${year}-01-01/P1Y`);
  if (!period) throw new Error(String(year));
  return { key: `cell ${year}`, period, value };
}

const TODAY = '2026-06-26';

/** 60% in 2029 is the target; 50% in 2024 is the latest figure, ten to go in five years. */
function paced(series: readonly SeriesPoint[], change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    direction: 1,
    rule: { kind: 'level', value: 60 },
    baseline: { periodKey: '2019-01-01/P1Y' },
    decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    series,
    unit: '%',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'Employment rate',
    areaName: 'England',
    method: 'pace',
    ...change,
  };
}

const sinceThen = (start: number): SeriesPoint[] => [point(2019, start), point(2024, 50)];

describe('pace', () => {
  // s = (50 − start)/5; miss = (60 − (50 + 5s))/10 = 1 − s/2
  it.each<[number, Verdict, number, RegExp]>([
    [
      39,
      'on-track',
      -0.1,
      /average \+2.20 percentage points; held to 2029, that pace brings it to 61.0%, which meets the target of 60.0%/,
    ],
    [40, 'on-track', 0, /which meets the target of 60.0%, so it is on track\.$/],
    [
      40.45,
      'on-track',
      0.045,
      /short of the target of 60.0% by 4.5% of the distance still to go, near enough to be on track\.$/,
    ],
    [40.5, 'slipping', 0.05, /by 5% of the distance still to go: caution, it is slipping\.$/],
    [
      41,
      'slipping',
      0.1,
      /brings it to 59.0%, short of the target of 60.0% by 10% of the distance still to go: caution/,
    ],
    [42, 'slipping', 0.2, /by 20% of the distance still to go: caution, it is slipping\.$/],
    [42.05, 'off-track', 0.205, /by 20.5% of the distance still to go, so it is off track\.$/],
    [
      50,
      'off-track',
      1,
      /average 0.00 percentage points; held to 2029, .* by 100% of the distance still to go, so it is off track\.$/,
    ],
    [
      50.5,
      'deteriorating',
      1.05,
      /average −0.10 percentage points, the wrong way for the target of 60.0%, so it is deteriorating\.$/,
    ],
  ])('from %d in 2019 is %s, a miss by %d', (start, verdict, miss, sentence) => {
    const found = judgeTarget(paced(sinceThen(start)), TODAY);
    expect(found).toMatchObject({ verdict, countsAs: verdict, method: 'pace' });
    expect(found.sentence).toMatch(
      /^In 2024, employment rate in England stood at 50.0%; its last five yearly changes /,
    );
    expect(found.sentence).toMatch(sentence);
    const word = found.components.methods?.find(({ method }) => method === 'pace');
    expect(word?.verdict).toBe(verdict);
    expect(word?.numbers).toEqual({
      perYear: expect.closeTo((50 - start) / 5, 9),
      years: 5,
      projected: expect.closeTo(100 - start, 9),
      miss: expect.closeTo(miss, 9),
    });
  });

  it('judges lower is better alike', () => {
    // −1 a year for five years from 50: 45, half of the way to 40
    const target = paced(sinceThen(55), { direction: -1, rule: { kind: 'level', value: 40 } });
    const found = judgeTarget(target, TODAY);
    expect(found.verdict).toBe('off-track');
    expect(found.components.methods?.[1]?.numbers['miss']).toBeCloseTo(0.5, 9);
    expect(judgeTarget({ ...target, series: sinceThen(49) }, TODAY).verdict).toBe('deteriorating');
  });

  it('says nothing of the path, and that it knows no error', () => {
    const found = judgeTarget(paced(sinceThen(41)), TODAY);
    expect(found.components.deviation).toBeUndefined();
    expect(found.components.chances).toBeUndefined();
    expect(found.components.change).toBe(9);
    expect(found.reasons).toContain('The method that the metric names takes no account of the error of the figures.');
    expect(found.reasons.join(' ')).not.toContain('only the error of rounding');
  });

  it('names every figure of its pace as an input', () => {
    // 2017 is older than five years: of 2018 to 2019 nothing counts
    const series = [2017, 2018, 2019, 2021, 2022, 2024].map((year) => point(year, year - 1974));
    expect(judgeTarget(paced(series), TODAY).inputs).toEqual(
      expect.arrayContaining(['cell 2019', 'cell 2021', 'cell 2022', 'cell 2024']),
    );
    const alone = judgeTarget(
      paced(series, { baseline: { periodKey: '2021-01-01/P1Y' }, shockYears: [2017, 2018] }),
      TODAY,
    );
    expect([...alone.inputs].sort()).toEqual(['cell 2019', 'cell 2021', 'cell 2022', 'cell 2024']);
  });

  it('has no pace where no two figures can be compared', () => {
    const target = paced(sinceThen(41), { shockYears: [2019] });
    const found = judgeTarget(target, TODAY);
    expect(found.verdict).toBe('cannot-tell-yet');
    expect(found.sentence).toMatch(/it has no pace and this method cannot tell yet\.$/);
    // a longer series would tell, not a surer one
    expect(found.causeHints.dataGap).toBeUndefined();
  });

  it('does not carry a share beyond the whole', () => {
    const target = paced([point(2019, 40), point(2024, 85)], { rule: { kind: 'level', value: 95 }, naturalLimit: 100 });
    const word = methodWordsOf(target, TODAY)[1];
    expect(word?.numbers['projected']).toBe(100);
    // the miss is that of the formula: (95 − 130)/10
    expect(word?.numbers['miss']).toBeCloseTo(-3.5, 9);
    const falling = paced([point(2019, 40), point(2024, 10)], {
      direction: -1,
      rule: { kind: 'level', value: 2 },
      naturalLimit: 0,
    });
    expect(methodWordsOf(falling, TODAY)[1]?.numbers['projected']).toBe(0);
    const beyond = paced([point(2019, 101), point(2024, 101)], {
      rule: { kind: 'level', value: 102 },
      naturalLimit: 100,
    });
    expect(methodWordsOf(beyond, TODAY)[1]?.numbers['projected']).toBe(101);
  });

  it('is behind the guards: the target reached, and the final figure', () => {
    // 61 is at target though the pace is down; it decides in 2024 itself in the second case
    const reached = paced([point(2019, 62), point(2024, 61)]);
    expect(judgeTarget(reached, TODAY)).toMatchObject({ verdict: 'at-target', method: 'pace' });
    const decides = { periodKey: '2024-01-01/P1Y', releaseExpected: '2025-06-30' };
    expect(judgeTarget({ ...reached, decides }, TODAY).verdict).toBe('achieved');
    expect(judgeTarget({ ...paced(sinceThen(39)), decides }, TODAY)).toMatchObject({
      verdict: 'missed',
      method: 'pace',
    });
  });

  it('has nothing ahead once the deciding period is over', () => {
    // awaited for 2023, 50 in 2024: no year is left, so all of the distance is missed
    const decides = { periodKey: '2023-01-01/P1Y', releaseExpected: '2025-06-30' };
    const found = judgeTarget(paced(sinceThen(40), { decides }), TODAY);
    expect(found).toMatchObject({ verdict: 'awaiting-figures', countsAs: 'off-track' });
  });
});

describe('pace without a number to reach', () => {
  // the mean is (v2024 − v2019)/5, the latest change v2024 − v2023
  it.each<[number, number, number, Verdict, RegExp]>([
    [45, 49, 50, 'on-track', /and the latest is for the better too, so it is on track/],
    [45, 50, 50, 'slipping', /but the latest is not for the better: caution/],
    [45, 51, 50, 'slipping', /slipping/],
    [52, 49, 50, 'off-track', /and only the latest is for the better, so it is off track/],
    [50, 50, 50, 'off-track', /which is no progress, so it is off track/],
    [50, 49, 50, 'off-track', /only the latest/],
    [52, 50, 50, 'deteriorating', /and the latest is not for the better, so it is deteriorating/],
    [52, 51, 50, 'deteriorating', /average −0.40 percentage points/],
  ])('%d in 2019, %d in 2023, %d in 2024 is %s', (first, before, last, verdict, sentence) => {
    const series = [point(2019, first), point(2023, before), point(2024, last)];
    const found = judgeTarget(paced(series, { rule: { kind: 'direction' } }), TODAY);
    expect(found).toMatchObject({ verdict, method: 'pace' });
    expect(found.sentence).toMatch(sentence);
    expect(found.components.target).toBeUndefined();
  });

  it('takes the last binary digits of large figures for nothing', () => {
    // 300,000,000.00000006 to 300,000,000
    const series = [point(2019, 300000000.00000006), point(2024, 300000000)];
    expect(judgeTarget(paced(series, { rule: { kind: 'direction' } }), TODAY).verdict).toBe('off-track');
  });

  it('words a pace of fewer years', () => {
    const of = (first: number): string =>
      judgeTarget(
        paced([point(first, 48), point(2024, 50)], {
          rule: { kind: 'direction' },
          baseline: { periodKey: `${first}-01-01/P1Y` },
        }),
        TODAY,
      ).sentence;
    expect(of(2022)).toContain('; its last two yearly changes average +1.00 percentage points, and');
    expect(of(2023)).toContain('; its one yearly change is +2.00 percentage points, and');
    const halves = [
      { ...point(2021, 48), period: parsePeriod('2021-07-01/P1Y') ?? point(2021, 0).period },
      point(2024, 50.5),
    ];
    // from 2022.0 to 2024.5: 2.5 years
    expect(
      judgeTarget(paced(halves, { rule: { kind: 'direction' }, baseline: { periodKey: '2021-07-01/P1Y' } }), TODAY)
        .sentence,
    ).toContain('; over the last 2.5 years it changed by +1.00 percentage points a year, and');
  });
});
