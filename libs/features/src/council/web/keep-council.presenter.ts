import { type User } from '#features/access/user.entity.js';
import { boxesOf } from '#platform/pages/date-boxes.js';
import { type FormState } from '#platform/pages/form-state.js';
import { longDate } from '#platform/pages/dates.js';
import { pounds } from '../budget-amount.js';
import { type CouncilBudget } from '../council-budget.entity.js';
import { type CouncilMember } from '../council-member.entity.js';
import { councilPaths } from '../council.paths.js';
import { councilWords } from '../council.words.js';

const BACK = { text: councilWords.keep.title, href: councilPaths.keep };

export interface KeepPage {
  title: string;
  words: typeof councilWords.keep;
  terms: { text: string; href: string }[];
  budgets: { text: string; href: string }[];
  links: { council: string; newMember: string; newBudget: string; quorum: string };
}

export function keepPage(terms: CouncilMember[], budgets: CouncilBudget[]): KeepPage {
  const { yearOf } = councilWords.page.budget;
  return {
    title: councilWords.keep.title,
    words: councilWords.keep,
    terms: terms.map(({ id, person, from }) => ({ text: `${person.name}, ${longDate(from)}`, href: councilPaths.editMember(id) })),
    budgets: budgets.map(({ id, year, amount }) => ({ text: `${yearOf(year)}, ${pounds(amount)}`, href: councilPaths.editBudget(id) })),
    links: { council: councilPaths.council, newMember: councilPaths.newMember, newBudget: councilPaths.newBudget, quorum: councilPaths.quorum },
  };
}

export interface MemberValues {
  person: string;
  appointedBy: string;
  endedWhy: string;
  rowVersion: number;
  [box: string]: string | number;
}

export interface MemberPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof councilWords.member & { dateHint: string };
  /** Undefined where the term is somebody's already. */
  people: { value: string; text: string; selected: boolean }[] | undefined;
  form: FormState<MemberValues>;
}

export function memberPage(term: CouncilMember | undefined, people: User[], form: MemberPage['form']): MemberPage {
  const { member, dateHint } = councilWords;
  return {
    title: term ? member.editTitle(term.person.name) : member.newTitle,
    backLink: BACK,
    words: { ...member, dateHint },
    people: term
      ? undefined
      : [{ value: '', text: member.choose, selected: form.values.person === '' }, ...people.map(({ id, name }) => ({ value: id, text: name, selected: id === form.values.person }))],
    form,
  };
}

export function memberValues(term?: CouncilMember): MemberValues {
  return {
    person: term?.personId ?? '', appointedBy: term?.appointedBy ?? '', endedWhy: term?.endedWhy ?? '', rowVersion: term?.rowVersion ?? 0,
    ...boxes('from', term?.from), ...boxes('until', term?.until), ...boxes('ended', term?.endedOn),
  };
}

function boxes(name: string, date: string | null | undefined): Record<string, string> {
  const { day, month, year } = boxesOf(date ?? null);
  return { [`${name}Day`]: day, [`${name}Month`]: month, [`${name}Year`]: year };
}

export interface BudgetValues {
  year: string;
  givenBy: string;
  amount: string;
  spent: string;
  staff: string;
  note: string;
  rowVersion: number;
}

export interface BudgetPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof councilWords.budget;
  form: FormState<BudgetValues>;
}

export function budgetPage(budget: CouncilBudget | undefined, form: BudgetPage['form']): BudgetPage {
  const words = councilWords.budget;
  return { title: budget ? words.editTitle(councilWords.page.budget.yearOf(budget.year)) : words.newTitle, backLink: BACK, words, form };
}

export function budgetValues(budget?: CouncilBudget): BudgetValues {
  return {
    year: budget ? String(budget.year) : '', givenBy: budget?.givenBy ?? '', amount: budget ? pounds(budget.amount) : '', spent: budget?.spent ? pounds(budget.spent) : '',
    staff: budget?.staff ? String(Number(budget.staff)) : '', note: budget?.note ?? '', rowVersion: budget?.rowVersion ?? 0,
  };
}

export interface QuorumPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof councilWords.quorum;
  form: FormState<{ leastNumber: string; leastShare: string; reason: string }>;
}

export function quorumPage(form: QuorumPage['form']): QuorumPage {
  return { title: councilWords.quorum.title, backLink: BACK, words: councilWords.quorum, form };
}
