import { describe, expect, it } from '@jest/globals';
import { daysByRelease } from './late-release.js';
import { type CycleCalendar, cyclesThatOpen } from './reporting-cycles.js';
import { type CycleRules } from './reporting-rules.js';
import { ENGLAND, WorkingCalendar } from './working-calendar.js';

const HALF_YEARLY: CycleRules = { rhythm: 'half-yearly', firstMonth: 4, opens: -10, due: 20, closes: 30, afterRelease: 5 };
const YEARLY_PLAN: CycleRules = { rhythm: 'yearly', firstMonth: 4, opens: -40, due: 20, closes: null, afterRelease: null };
const PLAIN: CycleCalendar = { working: ENGLAND, recesses: [] };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('the cycles of a calendar', () => {
  it('count returns from the end of their period', () => {
    expect(cyclesThatOpen('evidence-return', HALF_YEARLY, PLAIN, YEAR)).toEqual([
      // 31 March 2026 is a Tuesday; Good Friday is 3 April, Easter Monday 6 April, the May holidays 4 and 25 May
      { kind: 'evidence-return', coversLabel: 'October 2025 to March 2026', coversFrom: '2025-10-01', coversTo: '2026-03-31', opensOn: '2026-03-17', dueOn: '2026-04-30', closesOn: '2026-06-15' },
      { kind: 'evidence-return', coversLabel: 'April to September 2026', coversFrom: '2026-04-01', coversTo: '2026-09-30', opensOn: '2026-09-16', dueOn: '2026-10-28', closesOn: '2026-12-09' },
    ]);
  });

  it('count plans from the beginning of their year', () => {
    expect(cyclesThatOpen('delivery-plan', YEARLY_PLAN, PLAIN, YEAR)).toEqual([
      { kind: 'delivery-plan', coversLabel: 'April 2026 to March 2027', coversFrom: '2026-04-01', coversTo: '2027-03-31', opensOn: '2026-02-04', dueOn: '2026-05-01', closesOn: null },
    ]);
  });

  it.each<[CycleRules['rhythm'], number, string[]]>([
    ['yearly', 4, ['2025-04-01']],
    ['half-yearly', 1, ['2026-01-01', '2026-07-01']],
    ['quarterly', 1, ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']],
    ['quarterly', 12, ['2025-12-01', '2026-03-01', '2026-06-01', '2026-09-01']],
  ])('%s from month %d', (rhythm, firstMonth, starts) => {
    expect(cyclesThatOpen('evidence-return', { ...HALF_YEARLY, rhythm, firstMonth }, PLAIN, YEAR).map(({ coversFrom }) => coversFrom)).toEqual(starts);
  });

  it.each<[string, string, string, number]>([
    ['the day itself', '2026-03-17', '2026-03-17', 1],
    ['the day before', '2026-03-01', '2026-03-16', 0],
    ['from the day after', '2026-03-18', '2026-09-15', 0],
  ])('take both ends of the time that is asked for: %s', (_, from, to, count) => {
    expect(cyclesThatOpen('evidence-return', HALF_YEARLY, PLAIN, { from, to })).toHaveLength(count);
  });

  it('moves a due date in a recess to the first working day after it, and the window with it', () => {
    // the second recess begins on the day after the first: the date moves on out of both
    const recesses = [{ firstDay: '2026-04-30', lastDay: '2026-05-08' }, { firstDay: '2026-05-11', lastDay: '2026-05-12' }];
    const [cycle] = cyclesThatOpen('evidence-return', HALF_YEARLY, { ...PLAIN, recesses }, YEAR);
    expect([cycle?.opensOn, cycle?.dueOn, cycle?.closesOn]).toEqual(['2026-03-17', '2026-05-13', ENGLAND.after('2026-05-13', 30)]);
  });

  it('counts by the nation: Scotland works on Easter Monday and rests on 30 November', () => {
    const scotland = { working: new WorkingCalendar('scotland'), recesses: [] };
    const [spring] = cyclesThatOpen('evidence-return', HALF_YEARLY, scotland, YEAR);
    expect(spring?.dueOn).toBe('2026-04-29');
  });
});

describe('the release of the headline figures', () => {
  const [cycle] = cyclesThatOpen('evidence-return', HALF_YEARLY, PLAIN, YEAR);
  const daysOf = (releasedOn: string, rules = HALF_YEARLY, recesses: CycleCalendar['recesses'] = []): unknown =>
    cycle && daysByRelease(cycle, rules, { ...PLAIN, recesses }, new Map([['education', releasedOn]])).get('education');

  it.each<[string, string, unknown]>([
    ['early enough', '2026-04-20', undefined],
    ['just early enough: due on the very day', '2026-04-23', undefined],
    ['late', '2026-04-28', { dueOn: '2026-05-06', closesOn: ENGLAND.after('2026-05-06', 30) }],
    ['after the due date', '2026-05-18', { dueOn: '2026-05-26', closesOn: ENGLAND.after('2026-05-26', 30) }],
    ['on the day on which the window closes', '2026-06-15', { dueOn: '2026-06-22', closesOn: ENGLAND.after('2026-06-22', 30) }],
    ['after the window has closed', '2026-06-16', undefined],
  ])('%s', (_, releasedOn, days) => {
    expect(daysOf(releasedOn)).toEqual(days);
  });

  it('is not waited for where the calendar does not say so', () => {
    expect(daysOf('2026-04-28', { ...HALF_YEARLY, afterRelease: null })).toBeUndefined();
  });

  it('moves no due date into a recess', () => {
    expect(daysOf('2026-04-28', HALF_YEARLY, [{ firstDay: '2026-05-05', lastDay: '2026-05-07' }])).toEqual({ dueOn: '2026-05-08', closesOn: ENGLAND.after('2026-05-08', 30) });
  });
});
