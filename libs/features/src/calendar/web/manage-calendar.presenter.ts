import { CALENDAR_DAY_KINDS } from '#domain/calendar/calendar-day-kind.js';
import { NATIONS } from '#domain/calendar/working-calendar.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type CalendarDay } from '../calendar-day.entity.js';
import { calendarPaths } from '../calendar.paths.js';
import { type FrameworkCalendar } from '../calendar.queries.js';
import { calendarWords } from '../calendar.words.js';
import { type EntryRow, entryRow } from './calendar-page.presenter.js';
import { type CalendarDayForm } from './calendar.forms.js';

interface Link {
  text: string;
  href: string;
}

export interface Choice {
  value: string;
  text: string;
  checked: boolean;
}

export interface ManagePage {
  title: string;
  backLink: Link;
  words: typeof calendarWords.manage;
  entryWords: typeof calendarWords.list;
  entries: (EntryRow & { href: string })[];
  add: Link;
  frameworks: { title: string; href: string; standing: string }[];
}

export function managePage(days: readonly CalendarDay[], frameworks: readonly FrameworkCalendar[]): ManagePage {
  const words = calendarWords.manage;
  return {
    title: words.title,
    backLink: { text: calendarWords.list.title, href: calendarPaths.calendar },
    words,
    entryWords: calendarWords.list,
    entries: days.map((day) => ({ ...entryRow(day), href: calendarPaths.takeBack(day.id) })),
    add: { text: words.add, href: calendarPaths.newDay },
    frameworks: frameworks.map(({ framework, rules }) => ({ title: framework.title, href: calendarPaths.framework(framework.slug), standing: rules ? words.set : words.notSet })),
  };
}

export interface DayFormPage {
  title: string;
  backLink: Link;
  words: typeof calendarWords.day;
  form: FormState<CalendarDayForm>;
  kinds: Choice[];
  nations: Choice[];
}

export function dayFormPage(form: FormState<CalendarDayForm>): DayFormPage {
  const { kind, nation } = form.values;
  return {
    title: calendarWords.day.title,
    backLink: { text: calendarWords.manage.back, href: calendarPaths.manage },
    words: calendarWords.day,
    form,
    kinds: Object.entries(CALENDAR_DAY_KINDS).map(([value, text]) => ({ value, text, checked: value === kind })),
    nations: [{ value: '', text: calendarWords.day.everywhere, checked: nation === '' }, ...Object.entries(NATIONS).map(([value, text]) => ({ value, text, checked: value === nation }))],
  };
}

export interface TakeBackPage {
  title: string;
  backLink: Link;
  words: typeof calendarWords.day;
  facts: { key: { text: string }; value: { text: string } }[];
}

export function takeBackPage(day: CalendarDay): TakeBackPage {
  const { name, kind, days, nation, source } = entryRow(day);
  const columns = calendarWords.list.entryColumns;
  const facts = [[columns.name, name], [columns.kind, kind], [columns.days, days], [columns.nation, nation], [columns.source, source]];
  return {
    title: calendarWords.day.takeBack,
    backLink: { text: calendarWords.manage.back, href: calendarPaths.manage },
    words: calendarWords.day,
    facts: facts.map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } })),
  };
}
