import { type CycleRules, RHYTHMS, type Rhythm } from '#domain/calendar/reporting-rules.js';
import { type Nation, NATIONS } from '#domain/calendar/working-calendar.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { boxesOf, typedDateOf } from '#platform/pages/date-boxes.js';
import { type FormState } from '#platform/pages/form-state.js';
import { calendarPaths } from '../calendar.paths.js';
import { type FrameworkCalendar } from '../calendar.queries.js';
import { calendarWords } from '../calendar.words.js';
import { type GeneralRules } from '../reporting-calendars.service.js';
import { type CycleRulesForm, type GeneralRulesForm } from './calendar.forms.js';
import { type Choice } from './manage-calendar.presenter.js';
import { monthName } from './reporting-rules.presenter.js';

const words = calendarWords.rules;

export type RulesPart = 'returns' | 'plans';

interface FormPage<Values> {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  form: FormState<Values>;
}

export type GeneralFormPage = FormPage<GeneralRulesForm> & { nations: Choice[]; recess: Choice[] };

export function generalFormPage({ framework }: FrameworkCalendar, form: FormState<GeneralRulesForm>): GeneralFormPage {
  return {
    ...formPage(framework, words.generalTitle, form),
    nations: Object.entries(NATIONS).map(([value, text]) => ({ value, text, checked: value === form.values.nation })),
    recess: [choice('yes', words.recessMoves, form.values.avoidsRecess), choice('no', words.recessStays, form.values.avoidsRecess)],
  };
}

export function generalValues({ rules }: FrameworkCalendar): GeneralRulesForm {
  const { day, month, year } = rules ? boxesOf(rules.startsOn) : { day: '', month: '', year: '' };
  return { nation: rules?.nation ?? 'england', startsOn: day, startsMonth: month, startsYear: year, avoidsRecess: rules?.avoidsRecess === false ? 'no' : 'yes', rowVersion: rules?.rowVersion ?? 0 };
}

export function generalOf(form: GeneralRulesForm): GeneralRules {
  return { nation: form.nation as Nation, startsOn: typedDateOf({ day: form.startsOn, month: form.startsMonth, year: form.startsYear }), avoidsRecess: form.avoidsRecess === 'yes' };
}

export type CycleFormPage = FormPage<CycleRulesForm> & {
  asked: Choice[];
  rhythms: Choice[];
  months: { value: string; text: string; selected: boolean }[];
  sides: Choice[];
  hints: { opens: string; due: string };
  releases: boolean;
};

export function cycleFormPage({ framework }: FrameworkCalendar, part: RulesPart, form: FormState<CycleRulesForm>): CycleFormPage {
  const { asked, rhythm, firstMonth, side } = form.values;
  return {
    ...formPage(framework, words.partTitle[part], form),
    asked: [choice('yes', words.yes, asked), choice('no', words.no, asked)],
    rhythms: Object.entries(RHYTHMS).map(([value, { name }]) => choice(value, name, rhythm)),
    months: Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), text: monthName(index + 1), selected: String(index + 1) === firstMonth })),
    sides: [choice('before', words.before, side), choice('after', words.after, side)],
    hints: { opens: words.opensHint[part], due: words.dueHint[part] },
    releases: part === 'returns',
  };
}

export function cycleValues({ rules }: FrameworkCalendar, part: RulesPart): CycleRulesForm {
  const set = rules?.[part];
  const rowVersion = rules?.rowVersion ?? 0;
  if (!set) return { asked: rules ? 'no' : '', rhythm: '', firstMonth: '4', opens: '', side: 'before', due: '', closes: '', afterRelease: '', rowVersion };
  const text = (value: number | null): string => (value === null ? '' : String(value));
  return {
    asked: 'yes', rhythm: set.rhythm, firstMonth: String(set.firstMonth), opens: String(Math.abs(set.opens)), side: set.opens > 0 ? 'after' : 'before',
    due: String(set.due), closes: text(set.closes), afterRelease: text(set.afterRelease), rowVersion,
  };
}

/** @returns null where they are not asked for @throws ApplicationError 422 for what is no number */
export function cycleRulesOf(form: CycleRulesForm): CycleRules | null {
  if (form.asked === 'no') return null;
  const numbers = { opens: words.opensDays, due: words.dueDays, closes: words.closesDays, afterRelease: words.releaseDays };
  const optional: string[] = ['closes', 'afterRelease'];
  const reasons = Object.entries(numbers).flatMap(([field, what]): Reason[] => {
    const typed = form[field as keyof typeof numbers].trim();
    return /^\d{1,4}$/.test(typed) || (typed === '' && optional.includes(field)) ? [] : [{ code: 'number-wrong', message: words.wholeNumber(what), field }];
  });
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
  const optionalNumber = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));
  const opens = Number(form.opens);
  return {
    rhythm: form.rhythm as Rhythm, firstMonth: Number(form.firstMonth), opens: form.side === 'after' ? opens : -opens || 0, due: Number(form.due),
    closes: optionalNumber(form.closes), afterRelease: optionalNumber(form.afterRelease),
  };
}

function formPage<Values>(framework: { slug: string; title: string }, title: string, form: FormState<Values>): FormPage<Values> {
  return { title: `${title}: ${framework.title}`, backLink: { text: words.title(framework.title), href: calendarPaths.framework(framework.slug) }, words, form };
}

function choice(value: string, text: string, chosen: string): Choice {
  return { value, text, checked: value === chosen };
}
