import { describe, expect, it } from '@jest/globals';
import { calendarBlockers, type CalendarDayDraft, cycleBlockers, dayBlockers, MOST_DAYS } from './calendar-blockers.js';
import { deliveryStanding, type Owed, workingDaysLate } from './delivery-standing.js';
import { lastDayForChanges } from './last-day-for-changes.js';
import { reminderDays } from './reminder-steps.js';
import { type CycleRules } from './reporting-rules.js';
import { ENGLAND, WorkingCalendar } from './working-calendar.js';

const RECESS: CalendarDayDraft = { kind: 'recess', nation: null, name: 'Summer recess', firstDay: '2027-07-22', lastDay: '2027-09-01', source: 'parliament.uk' };
const RULES: CycleRules = { rhythm: 'yearly', firstMonth: 4, opens: -10, due: 20, closes: 20, afterRelease: 5 };
const fields = (refusals: { field?: string; code: string }[]): string[] => refusals.map(({ field = '', code }) => `${field} ${code}`);

describe('days that people enter', () => {
  it.each<[string, Partial<CalendarDayDraft>, string[]]>([
    ['a recess', {}, []],
    ['one day', { firstDay: '2027-09-01' }, []],
    ['no name and source', { name: ' ', source: '' }, ['name name-missing', 'source source-missing']],
    ['an unknown kind', { kind: 'feast' as CalendarDayDraft['kind'] }, ['kind kind-missing']],
    ['an unknown nation', { nation: 'cornwall' }, ['nation nation-unknown']],
    ['nothing at all, in the order of the form', { kind: '' as CalendarDayDraft['kind'], name: '', firstDay: '', lastDay: '', source: '' }, ['kind kind-missing', 'name name-missing', 'firstDay date-missing', 'lastDay date-missing', 'source source-missing']],
    ['no days', { firstDay: '', lastDay: '2027-02-29' }, ['firstDay date-missing', 'lastDay date-wrong']],
    ['an end before the beginning', { lastDay: '2027-07-21' }, ['lastDay days-backwards']],
    ['119 days more', { firstDay: '2027-01-01', lastDay: '2027-04-30' }, []],
    ['120 days more', { firstDay: '2027-01-01', lastDay: '2027-05-01' }, ['lastDay stretch-long']],
  ])('%s', (_, draft, faults) => {
    expect(fields(dayBlockers({ ...RECESS, ...draft }))).toEqual(faults);
  });
});

describe('rules that people set', () => {
  it.each<[string, Partial<CycleRules>, string[]]>([
    ['all of them', {}, []],
    ['the least', { opens: 0, due: 1, closes: 1, afterRelease: 1 }, []],
    ['the most', { opens: -MOST_DAYS, due: MOST_DAYS, closes: MOST_DAYS, afterRelease: MOST_DAYS }, []],
    ['no window and no release', { closes: null, afterRelease: null }, []],
    ['due on the day of opening', { opens: 20 }, ['due due-before-opening']],
    ['too many days', { due: MOST_DAYS + 1, closes: MOST_DAYS + 1, afterRelease: MOST_DAYS + 1 }, ['due days-wrong', 'closes days-wrong', 'afterRelease days-wrong']],
    ['no days', { due: 0, closes: 0, afterRelease: 0 }, ['due days-wrong', 'closes days-wrong', 'afterRelease days-wrong']],
    ['half days', { opens: -0.5, due: 1.5 }, ['opens days-wrong', 'due days-wrong']],
    ['an unknown rhythm and month', { rhythm: 'weekly' as CycleRules['rhythm'], firstMonth: 13 }, ['rhythm rhythm-missing', 'firstMonth month-wrong']],
  ])('%s', (_, rules, faults) => {
    expect(fields(cycleBlockers({ ...RULES, ...rules }))).toEqual(faults);
  });

  it('names a wrong nation and day', () => {
    expect(fields(calendarBlockers({ nation: 'cornwall' as 'wales', startsOn: '2027-02-29' }))).toEqual(['nation nation-unknown', 'startsOn date-wrong']);
    expect(calendarBlockers({ nation: 'wales', startsOn: '2028-02-29' })).toEqual([]);
  });
});

describe('the standing of what is owed', () => {
  const OWED: Owed = { status: 'draft', dueOn: '2026-12-15', markedOverdue: false, deliveredOn: null };

  it.each<[Partial<Owed>, string, string, number]>([
    [{}, '2026-12-15', 'due', 0],
    [{}, '2026-12-16', 'overdue', 0],
    [{ status: 'submitted', deliveredOn: '2026-12-15' }, '2027-01-01', 'delivered', 0],
    [{ status: 'accepted', deliveredOn: '2026-12-16' }, '2027-01-01', 'delivered-late', 1],
    // Christmas, Boxing Day's substitute and two weekends lie between
    [{ status: 'submitted', deliveredOn: '2026-12-29' }, '2027-01-01', 'delivered-late', 8],
    // due on a Friday, delivered on the Saturday
    [{ status: 'submitted', dueOn: '2026-12-18', deliveredOn: '2026-12-19' }, '2027-01-01', 'delivered-late', 0],
    [{ status: 'not-submitted' }, '2027-01-01', 'not-submitted', 0],
    // an extension was granted after the mark: due again, and the mark stays
    [{ markedOverdue: true, dueOn: '2027-01-15' }, '2027-01-01', 'due', 0],
  ])('%j on %s: %s, %d', (owed, today, standing, late) => {
    const whole = { ...OWED, ...owed };
    expect([deliveryStanding(whole, today), workingDaysLate(whole, ENGLAND)]).toEqual([standing, late]);
  });
});

describe('days around a due date', () => {
  it('reminds on working days of the nation', () => {
    // 26 December 2026 is a Saturday, so Monday 28 is a holiday; Scotland rests on 2 January too, whose substitute is Monday 4
    expect(reminderDays('2027-01-05', ENGLAND).map(({ step, day }) => `${step} ${day}`)).toEqual(['14 2026-12-11', '7 2026-12-22', '1 2027-01-04']);
    expect(reminderDays('2027-01-05', new WorkingCalendar('scotland')).map(({ day }) => day)).toEqual(['2026-12-10', '2026-12-21', '2026-12-31']);
  });

  it.each([
    ['2026-12-31', '2026-11-02', '2026-12-31'],
    ['2026-11-20', '2026-11-19', '2026-12-03'],
  ])('window to %s, asked for changes on %s: %s', (closesOn, askedOn, last) => {
    expect(lastDayForChanges(closesOn, askedOn, ENGLAND)).toBe(last);
  });
});
