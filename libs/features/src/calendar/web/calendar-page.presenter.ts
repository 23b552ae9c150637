import { CALENDAR_DAY_KINDS } from '#domain/calendar/calendar-day-kind.js';
import { datesBetween } from '#domain/calendar/dates-between.js';
import { spanAt } from '#domain/calendar/day-span.js';
import { type CycleDays } from '#domain/calendar/reporting-cycles.js';
import { type Nation, NATIONS, type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { SUBMISSION_KINDS } from '#domain/submissions/submission-status.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { longDate } from '#platform/pages/dates.js';
import { type CalendarDay } from '../calendar-day.entity.js';
import { type DueLine } from '../calendar-csv.js';
import { calendarPaths } from '../calendar.paths.js';
import { type FrameworkCalendar, type Vacancy } from '../calendar.queries.js';
import { calendarWords } from '../calendar.words.js';
import { dueRow, type DueRow } from './due-lines.presenter.js';

const words = calendarWords.list;

export interface CalendarPage {
  title: string;
  words: typeof words;
  links: { text: string; href: string }[];
  notices: string[];
  frameworks: FrameworkSection[];
  entries: EntryRow[];
  holidays: { heading: string; days: string[] }[];
  diary: { action: string; departments: { value: string; text: string }[] };
}

export interface FrameworkSection {
  id: string;
  heading: string;
  href: string;
  rules: string;
  nothing: string | undefined;
  tables: { id: string; heading: string; rows: DueRow[] }[];
  coming: { id: string; heading: string; rows: ComingRow[] } | undefined;
  noCycles: string | undefined;
  vacancies: string[];
}

export interface ComingRow {
  kind: string;
  covers: string;
  opens: string;
  due: string;
  closes: string;
}

export interface EntryRow {
  id: string;
  name: string;
  kind: string;
  days: string;
  nation: string;
  source: string;
}

export interface CalendarParts {
  lines: readonly DueLine[];
  frameworks: readonly { calendar: FrameworkCalendar; coming: readonly CycleDays[] }[];
  days: readonly CalendarDay[];
  calendars: ReadonlyMap<Nation, WorkingCalendar>;
  vacancies: readonly Vacancy[];
}

/** @param today ISO date @param inAYear the day up to which bank holidays are listed */
export function calendarPage({ lines, frameworks, days, calendars, vacancies }: CalendarParts, { today, inAYear }: { today: string; inAYear: string }): CalendarPage {
  return {
    title: words.title,
    words,
    links: [
      { text: words.extensions, href: calendarPaths.extensions },
      { text: words.download, href: calendarPaths.csv },
      { text: words.metadata, href: csvwPath(calendarPaths.csv) },
    ],
    notices: noticesOf(days, today),
    frameworks: frameworks.map(({ calendar, coming }) => frameworkSection(calendar, coming, lines, vacancies)),
    diary: { action: calendarPaths.diary, departments: [{ value: '', text: words.everyDepartment }, ...departmentsOf(lines)] },
    entries: days.filter(({ lastDay }) => lastDay >= today).map(entryRow),
    holidays: [...calendars].map(([nation, working]) => ({ heading: words.holidays(NATIONS[nation]), days: holidaysOf(working, today, inAYear) })),
  };
}

export function entryRow({ id, name, kind, firstDay, lastDay, nation, source }: CalendarDay): EntryRow {
  const span = firstDay === lastDay ? longDate(firstDay) : `${longDate(firstDay)} to ${longDate(lastDay)}`;
  return { id, name, kind: CALENDAR_DAY_KINDS[kind], days: span, nation: nation === null ? words.everywhere : NATIONS[nation], source };
}

/** Each once, by name. */
function departmentsOf(lines: readonly DueLine[]): { value: string; text: string }[] {
  const names = new Map(lines.map(({ department }) => [department.slug, department.name]));
  return [...names].map(([value, text]) => ({ value, text })).sort((left, right) => (left.text < right.text ? -1 : 1));
}

/** What holds today and everybody should know. */
function noticesOf(days: readonly CalendarDay[], today: string): string[] {
  const at = (kind: CalendarDay['kind']): CalendarDay | undefined => spanAt(days.filter((day) => day.kind === kind), today);
  const [election, recess] = [at('pre-election'), at('recess')];
  return [
    ...(election ? [words.held(election.name, longDate(election.lastDay))] : []),
    ...(recess ? [words.recess(recess.name, longDate(recess.lastDay))] : []),
  ];
}

function frameworkSection({ framework, rules }: FrameworkCalendar, coming: readonly CycleDays[], lines: readonly DueLine[], vacancies: readonly Vacancy[]): FrameworkSection {
  const { slug, title } = framework;
  const own = lines.filter((line) => line.framework.id === framework.id);
  const table = (name: keyof typeof words.tables, standings: readonly DueLine['standing'][], newestFirst = false): FrameworkSection['tables'] => {
    const rows = own.filter(({ standing }) => standings.includes(standing)).map(dueRow);
    return rows.length === 0 ? [] : [{ id: `${name}-${slug}`, heading: words.tables[name], rows: newestFirst ? rows.reverse() : rows }];
  };
  const open = [...table('overdue', ['overdue']), ...(framework.closedAt ? [] : table('due', ['due']))];
  return {
    id: `framework-${slug}`,
    heading: title,
    href: frameworksPaths.framework(slug),
    rules: calendarPaths.framework(slug),
    nothing: open.length === 0 ? words.nothing : undefined,
    tables: [...open, ...table('closed', ['not-submitted'], true), ...table('delivered', ['delivered', 'delivered-late'], true)],
    coming: coming.length === 0 ? undefined : { id: `coming-${slug}`, heading: words.tables.coming, rows: coming.map(comingRow) },
    noCycles: rules ? undefined : words.noCycles,
    vacancies: vacancies.filter(({ frameworkId }) => frameworkId === framework.id).map(({ mission, coversLabel }) => words.vacancy(mission, coversLabel)),
  };
}

function comingRow({ kind, coversLabel, opensOn, dueOn, closesOn }: CycleDays): ComingRow {
  return { kind: `${SUBMISSION_KINDS[kind]}s`, covers: coversLabel, opens: longDate(opensOn), due: longDate(dueOn), closes: closesOn === null ? words.open : longDate(closesOn) };
}

/** Those on a weekday: on a weekend nobody works anyway. */
function holidaysOf(working: WorkingCalendar, from: string, to: string): string[] {
  return datesBetween(from, to)
    .filter((date) => working.isBankHoliday(date) && !isWeekend(date))
    .map(longDate);
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
