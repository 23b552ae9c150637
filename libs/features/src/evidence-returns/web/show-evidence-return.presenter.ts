import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent, type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { type EvidenceReturnBlocker, evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { submissionOverview, type SubmissionOverview } from '#features/submissions/overview.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { answerRows, comparedRows } from '../evidence-return-answers.js';
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
    tasks: overview.editable ? taskList(dossier.submission.id, dossier.content) : undefined,
    figures: figuresTable(dossier.content.figures),
    answers: answerRows(dossier.content),
  };
}

/** The sections in their order and what each still lacks, then the check. */
export function taskList(id: string, content: EvidenceReturnContent): TaskItem[] {
  const blockers = evidenceReturnBlockers(content);
  const { status } = words.sections;
  const sections: TaskItem[] = EVIDENCE_RETURN_SECTIONS.map(({ key, title }) => ({
    title: { text: title },
    href: paths.section(id, key),
    status: statusOf(key, content, blockers),
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
