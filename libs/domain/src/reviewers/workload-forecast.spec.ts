import { describe, expect, it } from '@jest/globals';
import { type ForecastFacts, forecastWeeks, forecastWorkload, lateShare, mondayOf, reviewRate } from './workload-forecast.js';

// 23 November 2026 is a Monday.
const TODAY = '2026-11-25';

const facts = (given: Partial<ForecastFacts>): ForecastFacts => ({
  today: TODAY, dueOn: [], lateShare: 0, openReviews: 0, personDays: Array.from({ length: 13 }, () => 10), rate: 2, ...given,
});

describe('the pace of the council', () => {
  it.each<[string, { decisions: number; firstOn: string | null }, number, object]>([
    // 24 decisions in the weeks of 26 October and 2, 9 and 16 November, this one not being over: two reviewers, 40 days, 8 weeks of five; 24 ÷ 8.
    ['by decisions', { decisions: 24, firstOn: '2026-10-29' }, 40, { aWeek: 3, basis: 'decisions', weeks: 4, personDays: 40 }],
    // The same, one of the two away for two of the four weeks: 30 days are 6 weeks of five; 24 ÷ 6.
    ['without the days of leave', { decisions: 24, firstOn: '2026-10-29' }, 30, { aWeek: 4, basis: 'decisions', weeks: 4, personDays: 30 }],
    ['by assumption after three complete weeks', { decisions: 24, firstOn: '2026-11-02' }, 30, { aWeek: 2, basis: 'assumption', weeks: 3, personDays: 30 }],
    ['by assumption on the first day', { decisions: 3, firstOn: '2026-11-25' }, 0, { aWeek: 2, basis: 'assumption', weeks: 0, personDays: 0 }],
    // 26 weeks of one reviewer with the two bank holidays of May and August off: 128 days are 25.6 weeks.
    ['over 26 weeks at most', { decisions: 64, firstOn: '2020-01-01' }, 128, { aWeek: 2.5, basis: 'decisions', weeks: 26, personDays: 128 }],
    ['by assumption', { decisions: 0, firstOn: null }, 0, { aWeek: 2, basis: 'assumption', weeks: 0, personDays: 0 }],
    ['without anybody there', { decisions: 5, firstOn: '2026-10-05' }, 0, { aWeek: 2, basis: 'assumption', weeks: 7, personDays: 0 }],
  ])('%s', (_, past, personDays, expected) => {
    expect(reviewRate(past, personDays, TODAY)).toEqual(expected);
  });

  it('is the same whether or not somebody was away, so that leave is not counted twice', () => {
    // Both do four a week when they are there; one was away for half the time, and is away for this week too.
    const { aWeek } = reviewRate({ decisions: 24, firstOn: '2026-10-29' }, 30, TODAY);
    expect(forecastWorkload(facts({ openReviews: 8, personDays: [5, 10], rate: aWeek })).slice(0, 2).map(({ capacity, over }) => [capacity, over])).toEqual([[4, 4], [8, 0]]);
  });

  it.each([[0, 0, 0], [8, 2, 0.25], [3, 3, 1]])('of %d deliveries %d late is a share of %d', (delivered, late, share) => {
    expect(lateShare({ delivered, late })).toBe(share);
  });
});

describe('the forecast', () => {
  it('has thirteen weeks from this one, each from its Monday', () => {
    expect(forecastWeeks(TODAY)).toHaveLength(13);
    expect([forecastWeeks(TODAY)[0], forecastWeeks(TODAY)[12]]).toEqual(['2026-11-23', '2027-02-15']);
    expect([mondayOf('2026-11-23'), mondayOf('2026-11-29'), mondayOf('2026-11-30')]).toEqual(['2026-11-23', '2026-11-23', '2026-11-30']);
  });

  it('counts by hand: what is due, what comes late, what is left over', () => {
    // Two reviewers of two a week: 4 a week. 6 open. Due: 1 overdue and 3 this week, 4 next, a quarter of them late.
    const dueOn = ['2026-11-20', '2026-11-25', '2026-11-27', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-06', '2026-12-06'];
    const [first, second, third, fourth] = forecastWorkload(facts({ dueOn, lateShare: 0.25, openReviews: 6 }));
    expect(first).toEqual({ from: '2026-11-23', due: 4, arriving: 3, carried: 6, load: 9, capacity: 4, over: 5 });
    expect(second).toEqual({ from: '2026-11-30', due: 4, arriving: 4, carried: 5, load: 9, capacity: 4, over: 5 });
    expect(third).toEqual({ from: '2026-12-07', due: 0, arriving: 1, carried: 5, load: 6, capacity: 4, over: 2 });
    expect(fourth).toEqual({ from: '2026-12-14', due: 0, arriving: 0, carried: 2, load: 2, capacity: 4, over: 0 });
  });

  it('is empty where nothing is due and nothing is open', () => {
    for (const week of forecastWorkload(facts({}))) expect(week).toMatchObject({ due: 0, load: 0, over: 0, capacity: 4 });
  });

  it('takes leave off the capacity, and says that without anybody nothing is done', () => {
    const weeks = forecastWorkload(facts({ openReviews: 3, personDays: [5, 0] }));
    expect(weeks[0]).toMatchObject({ capacity: 2, over: 1 });
    expect(weeks[1]).toMatchObject({ capacity: 0, load: 1, over: 1 });
    expect(weeks[12]).toMatchObject({ capacity: 0, load: 1, over: 1 });
  });

  it('leaves out what is due after its last week', () => {
    expect(forecastWorkload(facts({ dueOn: ['2027-02-21', '2027-02-22'] })).reduce((sum, { due }) => sum + due, 0)).toBe(1);
  });
});
