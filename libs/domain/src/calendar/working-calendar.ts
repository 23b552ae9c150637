import Holidays from 'date-holidays';

/** The nations whose bank holidays differ. */
export const NATIONS = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;

export type Nation = keyof typeof NATIONS;

export const NATION_NAMES = Object.keys(NATIONS) as Nation[];

const REGION: Record<Nation, string> = { england: 'ENG', wales: 'WLS', scotland: 'SCT', 'northern-ireland': 'NIR' };

/** Days that people have added to or taken from what the rules say: a proclamation, a moved holiday. ISO dates. */
export interface CalendarChanges {
  added: readonly string[];
  dropped: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const NO_CHANGES: CalendarChanges = { added: [], dropped: [] };

/** Monday to Friday without a nation's bank holidays. Dates are ISO dates; a date that is none throws a RangeError. */
export class WorkingCalendar {
  constructor(
    readonly nation: Nation = 'england',
    private readonly changes: CalendarChanges = NO_CHANGES,
  ) {}

  isWorkingDay(date: string): boolean {
    const weekday = new Date(midnightUtc(date)).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.isBankHoliday(date);
  }

  /** On a weekend a holiday is one too, but it is its substitute that nobody works on. */
  isBankHoliday(date: string): boolean {
    if (this.changes.added.includes(date)) return true;
    return !this.changes.dropped.includes(date) && holidaysOf(this.nation, date.slice(0, 4)).has(date);
  }

  /**
   * The date so many working days after a date; the date itself never counts, whether it is one or not.
   * @param days whole, 0 or more; 0 gives the date itself.
   */
  after(date: string, days: number): string {
    return this.step(date, days, DAY_MS);
  }

  /** The date so many working days before a date, counted in the same way. */
  before(date: string, days: number): string {
    return this.step(date, days, -DAY_MS);
  }

  /** The first working day on or after a date. */
  onOrAfter(date: string): string {
    return this.isWorkingDay(date) ? date : this.after(date, 1);
  }

  /** Working days after `from` up to and including `to`; 0 where `to` is not later. */
  between(from: string, to: string): number {
    let days = 0;
    for (let at = midnightUtc(from) + DAY_MS; at <= midnightUtc(to); at += DAY_MS) if (this.isWorkingDay(isoDate(at))) days += 1;
    return days;
  }

  private step(date: string, days: number, step: number): string {
    if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no number of working days`);
    let at = midnightUtc(date);
    for (let left = days; left > 0; ) {
      at += step;
      if (this.isWorkingDay(isoDate(at))) left -= 1;
    }
    return isoDate(at);
  }
}

/** By the rules alone, which never change: worked out once for a nation and year. */
const HOLIDAYS = new Map<string, ReadonlySet<string>>();

function holidaysOf(nation: Nation, year: string): ReadonlySet<string> {
  const key = `${nation} ${year}`;
  const known = HOLIDAYS.get(key);
  if (known) return known;
  const rules = new Holidays('GB', REGION[nation], { timezone: 'UTC' });
  const holidays = new Set(rules.getHolidays(Number(year)).flatMap(({ type, date }) => (type === 'public' ? [date.slice(0, 10)] : [])));
  HOLIDAYS.set(key, holidays);
  return holidays;
}

/** England's days by the rules alone. */
export const ENGLAND = new WorkingCalendar('england');

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Dates are counted at midnight UTC, where no clock change makes a day longer or shorter. */
function midnightUtc(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || isoDate(at) !== date) throw new RangeError(`${date} is no date`);
  return at;
}
