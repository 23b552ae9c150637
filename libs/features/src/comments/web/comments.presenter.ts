import { type Request } from 'express';
import { type User } from '#features/access/user.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { closedNotice } from '#features/frameworks/clock-day.js';
import { backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { type CommentThread, titleOfSection } from '../comment-threads.js';
import { commentsPaths as paths } from '../comments.paths.js';
import { takesComments } from '../comments.service.js';
import { commentsWords as words } from '../comments.words.js';
import { type SectionComment } from '../section-comment.entity.js';

interface SaidLine {
  by: string;
  text: string;
  asks: string | undefined;
}

interface ThreadView {
  id: string;
  section: string;
  tag: { text: string; classes: string };
  said: SaidLine[];
  /** Set where the reader can go on. */
  href: string | undefined;
}

interface Item {
  value: string;
  text: string;
  selected: boolean;
}

export interface CommentsPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  heading: string;
  words: typeof words;
  filters: { text: string; href: string; current: boolean }[];
  threads: ThreadView[];
  /** Undefined while it is no draft. */
  sections: Item[] | undefined;
  people: Item[];
  form: FormState<{ text: string; section: string; mentionedId: string }>;
}

export interface ThreadPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  heading: string;
  words: typeof words;
  thread: ThreadView;
  /** The button beside the answer: settling what is open, opening what is settled. */
  other: { value: string; text: string };
  form: FormState<{ text: string }>;
}

/** @param chosen key of the section that is looked at; undefined for all. */
export function commentsPage(request: Request, dossier: Dossier, told: { threads: readonly CommentThread[]; colleagues: readonly User[]; chosen: string | undefined }): CommentsPage {
  const { submission, sections } = dossier;
  const known = [{ key: words.wholeKey, title: words.whole }, ...sections];
  const chosen = known.find(({ key }) => key === told.chosen);
  const form = takeFormState(request, { text: '', section: chosen?.key ?? '', mentionedId: '' });
  const heading = chosen ? words.titleOf(chosen.title) : words.title;
  const shown = told.threads.filter(({ section }) => !chosen || (section ?? words.wholeKey) === chosen.key);
  const none = { value: '', text: words.form.nobody, selected: form.values.mentionedId === '' };
  return {
    title: pageTitle(heading, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    heading,
    words,
    filters: [
      { text: words.filter.all, href: paths.list(submission.kind, submission.id), current: !chosen },
      ...known.map(({ key, title }) => ({ text: filterText(title, key, told.threads), href: paths.section(submission.kind, submission.id, key), current: key === chosen?.key })),
    ],
    threads: shown.map((thread) => threadView(thread, dossier)),
    sections: takesComments(submission) ? known.map(({ key, title }) => ({ value: key, text: title, selected: key === form.values.section })) : undefined,
    people: [none, ...told.colleagues.map(({ id, name }) => ({ value: id, text: name, selected: id === form.values.mentionedId }))],
    form,
  };
}

/** @throws ApplicationError 404 where it is none of this submission's. */
export function threadPage(request: Request, dossier: Dossier, threads: readonly CommentThread[], id: string): ThreadPage {
  const { submission, sections } = dossier;
  const thread = threads.find((candidate) => candidate.id === id);
  if (!thread) throw ApplicationError.notFound(words.aThread);
  const closed = closedNotice(submission.framework);
  if (closed) throw ApplicationError.conflict(closed.text, 'framework-closed');
  const heading = words.thread.title(titleOfSection(sections, thread.section, words.whole));
  return {
    title: pageTitle(words.thread.pageTitle(heading, threadView(thread, dossier).said[0]?.by ?? ''), submission),
    backLink: { text: words.title, href: paths.list(submission.kind, submission.id) },
    head: submissionHead(dossier),
    heading,
    words,
    thread: threadView(thread, dossier),
    other: thread.open ? { value: 'resolve', text: words.thread.resolve } : { value: 'reopen', text: words.thread.reopen },
    form: takeFormState(request, { text: '' }),
  };
}

function threadView({ id, section, open, said }: CommentThread, { submission, sections }: Dossier): ThreadView {
  return {
    id,
    section: titleOfSection(sections, section, words.whole),
    tag: open ? { text: words.open, classes: words.openTag } : { text: words.settled, classes: words.settledTag },
    said: said.map(saidLine),
    href: takesComments(submission) ? paths.thread(submission.kind, submission.id, id) : undefined,
  };
}

function saidLine({ kind, authorId, authorName, mentionedName, text, at }: SectionComment): SaidLine {
  const name = authorId === null ? words.byLink(authorName) : authorName;
  return { by: words.said[kind](name, longDateTime(at)), text, asks: mentionedName === '' ? undefined : words.asks(mentionedName) };
}

function filterText(title: string, key: string, threads: readonly CommentThread[]): string {
  const count = threads.filter(({ section }) => (section ?? words.wholeKey) === key).length;
  return count === 0 ? title : `${title} (${count})`;
}
