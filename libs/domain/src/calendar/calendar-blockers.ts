import { capitalised } from '#domain/judgements/figure-words.js';
import { dayFrom } from '#domain/observations/calendar-day.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { CALENDAR_DAY_KIND_NAMES, type CalendarDayKind } from './calendar-day-kind.js';
import { type CycleRules, type ReportingRules, RHYTHM_NAMES } from './reporting-rules.js';
import { NATION_NAMES } from './working-calendar.js';

/** Most working days that a rule may count: two years and more are a typing error. */
export const MOST_DAYS = 250;

/** Longest stretch that people may enter, in days. */
const LONGEST_STRETCH = 120;

export interface CalendarDayDraft {
  kind: CalendarDayKind;
  /** Null: all four. */
  nation: string | null;
  name: string;
  firstDay: string;
  lastDay: string;
  source: string;
}

/** What stands against a stretch of days as entered. */
export function dayBlockers({ kind, nation, name, firstDay, lastDay, source }: CalendarDayDraft): Refusal[] {
  const refusals: Refusal[] = [];
  if (!CALENDAR_DAY_KIND_NAMES.includes(kind)) refusals.push({ code: 'kind-missing', message: 'Select what kind of days these are', field: 'kind' });
  if (nation !== null && !NATION_NAMES.some((known) => known === nation)) refusals.push({ code: 'nation-unknown', message: 'Select a nation from the list, or all of them', field: 'nation' });
  if (name.trim() === '') refusals.push({ code: 'name-missing', message: 'Enter what people call these days, like “Summer recess 2027”', field: 'name' });
  const [first, last] = [isDate(firstDay), isDate(lastDay)];
  if (!first) refusals.push(notADay(firstDay, 'first day', 'firstDay'));
  if (!last) refusals.push(notADay(lastDay, 'last day', 'lastDay'));
  if (first && last && lastDay < firstDay) refusals.push({ code: 'days-backwards', message: 'Last day must be the same as or after the first day', field: 'lastDay' });
  else if (first && last && daysApart(firstDay, lastDay) >= LONGEST_STRETCH) {
    refusals.push({ code: 'stretch-long', message: `Last day must be less than ${LONGEST_STRETCH} days after the first day`, field: 'lastDay' });
  }
  if (source.trim() === '') refusals.push({ code: 'source-missing', message: 'Enter where these days are announced', field: 'source' });
  return refusals;
}

/** What stands against the general rules of a reporting calendar. */
export function calendarBlockers({ nation, startsOn }: Pick<ReportingRules, 'nation' | 'startsOn'>): Refusal[] {
  return [
    ...(NATION_NAMES.includes(nation) ? [] : [{ code: 'nation-unknown', message: 'Select whose bank holidays count', field: 'nation' }]),
    ...(isDate(startsOn) ? [] : [{ code: 'date-wrong', message: 'The day from which cycles open must be a real date, like 27 3 2027', field: 'startsOn' }]),
  ];
}

/** What stands against the rules of one kind of report. */
export function cycleBlockers({ rhythm, firstMonth, opens, due, closes, afterRelease }: CycleRules): Refusal[] {
  const whole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;
  const days = (field: string, what: string, least: number): Refusal => ({ code: 'days-wrong', message: `${what} must be a whole number of working days from ${least} to ${MOST_DAYS}`, field });
  const refusals: Refusal[] = [];
  if (!RHYTHM_NAMES.includes(rhythm)) refusals.push({ code: 'rhythm-missing', message: 'Select how often it is asked for', field: 'rhythm' });
  if (!whole(firstMonth, 1, 12)) refusals.push({ code: 'month-wrong', message: 'Select the month in which a period begins', field: 'firstMonth' });
  if (!whole(opens, -MOST_DAYS, MOST_DAYS)) refusals.push(days('opens', 'Days to the opening', 0));
  if (!whole(due, 1, MOST_DAYS)) refusals.push(days('due', 'Days to the due date', 1));
  else if (whole(opens, -MOST_DAYS, MOST_DAYS) && opens >= due) {
    refusals.push({ code: 'due-before-opening', message: 'The due date must come after the opening', field: 'due' });
  }
  if (closes !== null && !whole(closes, 1, MOST_DAYS)) refusals.push(days('closes', 'Days to the closing of the window', 1));
  if (afterRelease !== null && !whole(afterRelease, 1, MOST_DAYS)) refusals.push(days('afterRelease', 'Days after the release', 1));
  return refusals;
}

function notADay(date: string, what: string, field: string): Refusal {
  if (date === '') return { code: 'date-missing', message: `Enter the ${what}, like 30 3 2027`, field };
  return { code: 'date-wrong', message: `${capitalised(what)} must be a real date, like 30 3 2027`, field };
}

function isDate(text: string): boolean {
  return dayFrom(text) !== undefined && /^20\d\d-/.test(text);
}

function daysApart(first: string, last: string): number {
  return (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / (24 * 60 * 60 * 1000);
}
