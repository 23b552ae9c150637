import { backToSubmission } from '#features/submissions/submission-head.presenter.js';
import { titleOfSubmission } from '#features/submissions/submission-name.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { londonDate } from '#platform/clock/clock.js';
import { type FormState } from '#platform/pages/form-state.js';
import { longDate } from '#platform/pages/dates.js';
import { calendarPaths } from '../calendar.paths.js';
import { calendarWords } from '../calendar.words.js';
import { type NamedSubmission } from '../cycle-notices.service.js';
import { type ExtensionRequest } from '../extension-request.entity.js';
import { type AskExtensionForm, type DecideExtensionForm } from './calendar.forms.js';
import { type Choice } from './manage-calendar.presenter.js';

const words = calendarWords.extension;

export interface ExtensionLine {
  id: string;
  /** "Education: April to September 2026 (ER-2026-7K3D)" */
  heading: string;
  asked: string;
  reason: string;
  tag: { text: string; classes: string };
  answered: string | undefined;
  answer: string | undefined;
  decide: string | undefined;
}

/** A request with its answer. @param decides may the reader decide on it? */
export function extensionLine(request: ExtensionRequest, decides = false): ExtensionLine {
  const { id, state, submission, dueBefore, askedDueOn, askedAt, reason, decidedAt, decisionReason } = request;
  return {
    id,
    heading: `${titleOfSubmission(submission)} (${submission.reference})`,
    asked: words.asks(submission.organisation.name, longDate(askedDueOn), longDate(dueBefore), longDate(londonDate(askedAt))),
    reason,
    tag: { text: words.states[state], classes: words.classes[state] },
    answered: decidedAt ? words.answers(longDate(londonDate(decidedAt))) : undefined,
    answer: decisionReason ?? undefined,
    decide: decides && state === 'asked' ? calendarPaths.extension(id) : undefined,
  };
}

export interface AskPage {
  title: string;
  heading: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  lines: string[];
  form: FormState<AskExtensionForm>;
  /** The request that the council has not answered yet; while there is one nothing more can be asked. */
  pending: ExtensionLine | undefined;
  before: ExtensionLine[];
}

export function askPage(submission: NamedSubmission, before: readonly ExtensionRequest[], form: FormState<AskExtensionForm>): AskPage {
  const { kind, reference, dueOn, closesOn } = submission;
  const pending = before.find(({ state }) => state === 'asked');
  return {
    title: `${words.title} (${submissionsWords.noun[kind]} ${reference})`,
    heading: words.title,
    caption: titleOfSubmission(submission),
    backLink: backToSubmission({ submission }),
    words,
    lines: [words.dueNow(longDate(dueOn)), ...(closesOn === null ? [] : [words.closesNow(longDate(closesOn))]), words.intro],
    form,
    pending: pending && extensionLine(pending),
    before: before.filter((request) => request !== pending).map((request) => extensionLine(request)),
  };
}

export interface DecidePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  line: ExtensionLine;
  /** Undefined once it is decided: then the page shows what was decided. */
  choices: Choice[] | undefined;
  form: FormState<DecideExtensionForm>;
}

export function decidePage(request: ExtensionRequest, form: FormState<DecideExtensionForm>): DecidePage {
  const { decision } = form.values;
  const open = request.state === 'asked';
  return {
    title: `${open ? words.decide : words.decidedTitle} (${request.submission.reference})`,
    backLink: { text: words.listTitle, href: calendarPaths.extensions },
    words,
    line: extensionLine(request),
    choices: open
      ? [
          { value: 'grant', text: words.grant(longDate(request.askedDueOn)), checked: decision === 'grant' },
          { value: 'refuse', text: words.refuse(longDate(request.submission.dueOn)), checked: decision === 'refuse' },
        ]
      : undefined,
    form,
  };
}

export interface ExtensionsPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  counts: { department: string; asked: number; granted: number; refused: number }[];
  lines: ExtensionLine[];
}

/** @param decides may the reader decide on extensions of this submission? */
export function extensionsPage(requests: readonly ExtensionRequest[], decides: (submission: Submission) => boolean): ExtensionsPage {
  const departments = new Map(requests.map(({ submission: { organisation } }) => [organisation.id, organisation.name]));
  const counts = [...departments].map(([id, department]) => {
    const own = requests.filter(({ submission }) => submission.organisationId === id);
    return { department, asked: own.length, granted: own.filter(({ state }) => state === 'granted').length, refused: own.filter(({ state }) => state === 'refused').length };
  });
  return {
    title: words.listTitle,
    backLink: { text: calendarWords.list.title, href: calendarPaths.calendar },
    words,
    counts: counts.sort((left, right) => (left.department < right.department ? -1 : 1)),
    lines: requests.map((request) => extensionLine(request, decides(request.submission))),
  };
}
