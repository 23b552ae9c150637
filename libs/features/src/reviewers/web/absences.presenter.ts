import { type Actor } from '#domain/access/permissions.js';
import { ABSENCE_SCOPE_NAMES, ABSENCE_SCOPES } from '#domain/reviewers/absence.js';
import { longDate } from '#platform/pages/dates.js';
import { type FormState } from '#platform/pages/form-state.js';
import { isSteward } from '../absences.queries.js';
import { type ReviewerAbsence } from '../reviewer-absence.entity.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { reviewersWords } from '../reviewers.words.js';

const words = reviewersWords.absences;

interface AbsenceLine {
  who: string;
  from: string;
  to: string;
  scope: string;
  tag: { text: string; classes: string };
  actions: { text: string; hidden: string; href: string }[];
}

export interface AbsencesPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.list;
  addHref: string;
  lines: AbsenceLine[];
}

export function absencesPage(actor: Actor, absences: ReviewerAbsence[]): AbsencesPage {
  return {
    title: words.list.title,
    backLink: { text: 'Back to the review queue', href: '/reviews' },
    words: words.list,
    addHref: reviewersPaths.newAbsence,
    lines: absences.map((absence) => lineOf(actor, absence)),
  };
}

function lineOf(actor: Actor, absence: ReviewerAbsence): AbsenceLine {
  const { id, reviewer, reviewerId, from, to, scope } = absence;
  const mayAct = !absence.cancelledAt && isSteward(actor, reviewerId);
  const hidden = words.list.ofWhom(reviewer.name, longDate(from));
  const spread = { text: words.list.spread, hidden, href: reviewersPaths.spread(id) };
  const cancel = { text: words.list.cancel, hidden, href: reviewersPaths.cancelAbsence(id) };
  return {
    who: reviewer.name,
    from: longDate(from),
    to: longDate(to),
    scope: words.scopes[scope],
    tag: tagOf(absence),
    actions: mayAct ? [...(absence.spreadAt || absence.returnedAt ? [] : [spread]), cancel] : [],
  };
}

function tagOf({ cancelledAt, spreadAt, returnedAt }: ReviewerAbsence): { text: string; classes: string } {
  if (cancelledAt) return { text: words.states.cancelled, classes: 'govuk-tag--grey' };
  if (spreadAt) return { text: words.states.spread, classes: 'govuk-tag--green' };
  if (returnedAt) return { text: words.states.returned, classes: 'govuk-tag--blue' };
  return { text: words.states.open, classes: 'govuk-tag--yellow' };
}

export interface AddAbsencePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.add & { dateHint: string };
  form: FormState<{ scope: string }>;
  scopes: { value: string; text: string; checked: boolean }[];
}

export function addAbsencePage(form: FormState<{ scope: string }>): AddAbsencePage {
  return {
    title: words.add.title,
    backLink: { text: words.spread.back, href: reviewersPaths.absences },
    words: { ...words.add, dateHint: reviewersWords.dateHint },
    form,
    scopes: ABSENCE_SCOPE_NAMES.map((value) => ({ value, text: ABSENCE_SCOPES[value], checked: form.values.scope === value })),
  };
}

export interface CancelAbsencePage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words.cancel;
  form: FormState<{ rowVersion: number }>;
}

export function cancelAbsencePage(absence: ReviewerAbsence, form: FormState<{ rowVersion: number }>): CancelAbsencePage {
  return { title: words.cancel.title, caption: captionOf(absence), backLink: { text: words.spread.back, href: reviewersPaths.absences }, words: words.cancel, form };
}

export function captionOf({ reviewer, from, to }: ReviewerAbsence): string {
  return words.spread.of(reviewer.name, longDate(from), longDate(to));
}
