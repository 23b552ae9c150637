import { type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { returnSectionTexts } from '#domain/evidence-returns/return-texts.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { submissionOverview, type SubmissionOverview } from '#features/submissions/overview.presenter.js';
import { changedSinceDecline, resetTasks } from '#features/submissions/reset-sections.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { answerRows, comparedRows } from '../evidence-return-answers.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';
import { type LastReturn } from '../last-returns.queries.js';
import { figuresTable, type FiguresTable } from './figures-table.presenter.js';
import { type TaskItem, taskList } from './task-list.presenter.js';

export interface EvidenceReturnPage extends SubmissionOverview {
  words: typeof words;
  /** While the reader may write; else the answers are shown. */
  tasks: TaskItem[] | undefined;
  /** Shorter ways, where they are open: copying the last return, a nil return, or back from it; and a workbook. */
  offers: { text: string; link: string; href: string }[];
  figures: FiguresTable;
  answers: AnswerRow[];
  /** Where its files are opened; while it is written they have a section. */
  files: { text: string; href: string } | undefined;
}

/** What the overview of a draft needs to know beside its dossier. */
export interface AboutDraft {
  /** Of an untouched draft the return that it can go on from. */
  last: LastReturn | null;
  /** Nothing new was published since that one. */
  mayBeNil: boolean;
  /** Sections that have pages. */
  sections: readonly EvidenceReturnSection[];
}

export function evidenceReturnPage(dossier: Dossier<'evidence-return'>, about: AboutDraft): EvidenceReturnPage {
  const overview = submissionOverview(dossier, comparedRows);
  const { content } = dossier;
  return {
    ...overview,
    words,
    tasks: overview.editable ? tasksOf(dossier, about, overview) : undefined,
    offers: overview.editable ? offersFor(dossier, about) : [],
    figures: figuresTable(content),
    answers: answerRows(content),
    files: content.attachments.length > 0 ? { text: words.files(content.attachments.length), href: paths.section(dossier.submission.id, 'attachments') } : undefined,
  };
}

function tasksOf(dossier: Dossier<'evidence-return'>, { sections }: AboutDraft, overview: SubmissionOverview): TaskItem[] {
  const tasks = taskList(dossier.submission.id, dossier.content, { sections, asked: stillAsked(dossier, overview), time: dossier.submission });
  return resetTasks(tasks, dossier, words.sections.status.notReady);
}

function offersFor({ submission: { id }, content }: Dossier<'evidence-return'>, { last, mayBeNil }: AboutDraft): EvidenceReturnPage['offers'] {
  if (content.nil) return [{ text: words.nil.is, link: words.nil.full, href: paths.full(id) }];
  const copy = last ? [{ text: words.copy.offer(last.label), link: words.copy.link, href: paths.copyForward(id) }] : [];
  const nil = mayBeNil ? [{ text: words.nil.offer, link: words.nil.offerLink, href: paths.nil(id) }] : [];
  return [...copy, ...nil, { text: words.workbook.offer, link: words.workbook.link, href: paths.workbook(id) }];
}

/** Titles of the sections that were sent back and still read as they did when they were delivered. */
function stillAsked(dossier: Dossier<'evidence-return'>, { requests }: SubmissionOverview): Set<string> {
  const { content, versions } = dossier;
  const settled = changedSinceDecline(dossier);
  const delivered = new Map(returnSectionTexts(versions.at(-1)?.content ?? content).map(({ key, text }) => [key, text]));
  const unchanged = new Set<string>(returnSectionTexts(content).flatMap(({ key, text }) => (delivered.get(key) === text ? [words.sectionTitles[key as EvidenceReturnSection]] : [])));
  return new Set(requests.flatMap(({ reasons }) => reasons.flatMap(({ section }) => (section && unchanged.has(section) && !settled.has(section) ? [section] : []))));
}
