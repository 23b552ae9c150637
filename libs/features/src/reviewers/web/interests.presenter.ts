import { holdsOn } from '#domain/reviewers/interest.js';
import { type FormState } from '#platform/pages/form-state.js';
import { longDate } from '#platform/pages/dates.js';
import { subjectOfInterest } from '../interest-subject.js';
import { type InterestChoices } from '../interests.queries.js';
import { type ReviewerInterest } from '../reviewer-interest.entity.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { reviewersWords } from '../reviewers.words.js';

interface InterestLine {
  who: string;
  subject: string;
  what: string;
  from: string;
  to: string;
  tag: { text: string; classes: string };
  end: { href: string; text: string; hidden: string } | undefined;
}

const words = reviewersWords.interests;

export interface RegisterPage {
  title: string;
  words: typeof words.register;
  lines: InterestLine[];
}

/** @param today ISO date. */
export function registerPage(interests: ReviewerInterest[], today: string): RegisterPage {
  return { title: words.register.title, words: words.register, lines: interests.map((interest) => lineOf(interest, today, interest.person.name)) };
}

export interface MyInterestsPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.mine & { columns: typeof words.register.columns; caption: string };
  lines: InterestLine[];
  links: { declare: string; register: string };
}

export function myInterestsPage(interests: ReviewerInterest[], today: string): MyInterestsPage {
  return {
    title: words.mine.title,
    backLink: { text: 'Back to the review queue', href: '/reviews' },
    words: { ...words.mine, columns: words.register.columns, caption: words.register.caption },
    lines: interests.map((interest) => lineOf(interest, today, '')),
    links: { declare: reviewersPaths.declareInterest, register: reviewersPaths.interests },
  };
}

function lineOf(interest: ReviewerInterest, today: string, who: string): InterestLine {
  const { id, from, to, what } = interest;
  const subject = subjectOfInterest(interest);
  const ended = to !== null && to < today;
  const tag = holdsOn(interest, today)
    ? { text: words.states.holds, classes: 'govuk-tag--red' }
    : ended
      ? { text: words.states.ended, classes: 'govuk-tag--grey' }
      : { text: words.states.coming, classes: 'govuk-tag--yellow' };
  return {
    who,
    subject,
    what,
    from: longDate(from),
    to: to === null ? words.noEnd : longDate(to),
    tag,
    end: ended ? undefined : { href: reviewersPaths.endInterest(id), text: words.mine.end, hidden: words.mine.endHidden(subject) },
  };
}

export interface DeclareValues {
  subject: string;
  what: string;
}

export interface InterestFormPage<Values, Words> {
  title: string;
  backLink: { text: string; href: string };
  words: Words & { dateHint: string };
  form: FormState<Values>;
}

export type DeclarePage = InterestFormPage<DeclareValues, typeof words.declare> & { subjects: { value: string; text: string; selected?: boolean }[] };

export function declarePage({ missions, organisations }: InterestChoices, form: FormState<DeclareValues>): DeclarePage {
  const several = new Set(missions.map(({ framework }) => framework)).size > 1;
  const choices = [
    ...missions.map(({ id, focusArea, framework }) => ({ value: `mission:${id}`, text: words.declare.mission(several ? `${focusArea} (${framework})` : focusArea) })),
    ...organisations.map(({ id, name }) => ({ value: `organisation:${id}`, text: name })),
  ];
  return {
    ...formPage(words.declare, form),
    subjects: [{ value: '', text: words.declare.choose }, ...choices.map((choice) => ({ ...choice, selected: choice.value === form.values.subject }))],
  };
}

export type EndPage = InterestFormPage<{ rowVersion: number }, typeof words.end> & { rows: { key: { text: string }; value: { text: string } }[] };

export function endPage(interest: ReviewerInterest, form: FormState<{ rowVersion: number }>): EndPage {
  const { columns } = words.register;
  const rows: [string, string][] = [
    [columns.subject, subjectOfInterest(interest)],
    [columns.what, interest.what],
    [columns.from, longDate(interest.from)],
  ];
  return { ...formPage(words.end, form), rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) };
}

function formPage<Values, Words extends { title: string }>(formWords: Words, form: FormState<Values>): InterestFormPage<Values, Words> {
  return {
    title: formWords.title,
    backLink: { text: words.mine.title, href: reviewersPaths.myInterests },
    words: { ...formWords, dateHint: reviewersWords.dateHint },
    form,
  };
}
