import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent, type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { type EvidenceReturnBlocker, evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { submissionOverview, type SubmissionOverview } from '#features/submissions/overview.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { answerRows, comparedRows, SECTION_OF_FIELD } from '../evidence-return-answers.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';
import { figuresTable, type FiguresTable } from './figures-table.presenter.js';

/** An item of GOV.UK Frontend's task list. */
export interface TaskItem {
  title: { text: string };
  href?: string;
  status: { text: string } | { tag: { text: string; classes: string } };
}

export interface EvidenceReturnPage extends SubmissionOverview {
  words: typeof words;
  /** While the reader may write; else the answers are shown. */
  tasks: TaskItem[] | undefined;
  figures: FiguresTable;
  answers: AnswerRow[];
}

export function evidenceReturnPage(dossier: Dossier<'evidence-return'>): EvidenceReturnPage {
  const overview = submissionOverview(dossier, comparedRows);
  return {
    ...overview,
    words,
    tasks: overview.editable ? taskList(dossier.submission.id, dossier.content, stillAsked(dossier, overview)) : undefined,
    figures: figuresTable(dossier.content.figures),
    answers: answerRows(dossier.content),
  };
}

/** Titles of the sections that were sent back and still read as they did when they were delivered. */
function stillAsked({ content, versions }: Dossier<'evidence-return'>, { requests }: SubmissionOverview): Set<string> {
  const delivered = new Map(answerRows(versions.at(-1)?.content ?? content).map(({ field, text }) => [field, text]));
  const changed = new Set(answerRows(content).flatMap(({ field, text }) => (delivered.get(field) === text ? [] : [SECTION_OF_FIELD[field]])));
  const unchanged = new Set<string>(EVIDENCE_RETURN_SECTIONS.flatMap(({ key, title }) => (changed.has(key) ? [] : [title])));
  return new Set(requests.flatMap(({ reasons }) => reasons.flatMap(({ section }) => (section && unchanged.has(section) ? [section] : []))));
}

/**
 * The sections in their order and what each still lacks, then the check.
 * @param asked titles of the sections that were sent back and have not been changed since
 */
export function taskList(id: string, content: EvidenceReturnContent, asked: ReadonlySet<string> = new Set()): TaskItem[] {
  const blockers = evidenceReturnBlockers(content);
  const { status } = words.sections;
  const sections: TaskItem[] = EVIDENCE_RETURN_SECTIONS.map(({ key, title }) => ({
    title: { text: title },
    href: paths.section(id, key),
    status: asked.has(title) ? { tag: { text: status.asked, classes: 'govuk-tag--yellow' } } : statusOf(key, content, blockers),
  }));
  const ready = blockers.length === 0;
  const check = { title: { text: words.sections.check }, status: ready ? { tag: { text: status.ready, classes: 'govuk-tag--green' } } : { text: status.notReady } };
  return [...sections, { ...check, href: paths.check(id) }];
}

function statusOf(section: EvidenceReturnSection, content: EvidenceReturnContent, blockers: readonly EvidenceReturnBlocker[]): TaskItem['status'] {
  const { status } = words.sections;
  if (section === 'figures' && content.figuresComment === '') return { text: status.optional };
  const lacks = blockers.filter((blocker) => blocker.section === section);
  if (lacks.length === 0) return { text: status.done };
  const begun = section === 'rating' && (content.rating !== null || content.ratingReason !== '');
  return { tag: { text: begun ? status.begun : status.missing, classes: begun ? 'govuk-tag--light-blue' : 'govuk-tag--blue' } };
}
