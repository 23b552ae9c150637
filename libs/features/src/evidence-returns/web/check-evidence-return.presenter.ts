import { type Request } from 'express';
import { asInLastReturn, type CopySource } from '#domain/evidence-returns/copy-forward.js';
import { evidenceReturnBlockers, sectionOfField } from '#domain/evidence-returns/submission-blockers.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { leftByDecline, linkedToDecline } from '#features/submissions/reset-sections.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { answerRows } from '../evidence-return-answers.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';
import { figuresTable, type FiguresTable } from './figures-table.presenter.js';

export interface CheckPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  shared: typeof submissionsWords;
  figures: FiguresTable;
  answers: AnswerRow[];
  /** Where each answer is changed, by field. */
  changeHrefs: Record<string, string>;
  /** What still stands against sending it. */
  missing: { text: string; href: string }[];
  form: FormState<SeenValues>;
}

/** @throws ApplicationError 409 while it cannot be sent, 403 for whoever never may. */
export function checkPage(request: Request, dossier: Dossier<'evidence-return'>, last: CopySource | null): CheckPage {
  requireMove(dossier, 'send-for-sign-off');
  const { submission, content } = dossier;
  const hrefOf = (field: string): string => (content.nil ? paths.nil(submission.id) : paths.section(submission.id, sectionOfField(field)));
  const asInLast = asInLastReturn(content, last);
  const answers = answerRows(content).map((row) => (asInLast.has(row.field) ? { ...row, title: words.marked(row.title) } : row));
  return {
    title: pageTitle(submissionsWords.check.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: submissionsWords,
    figures: figuresTable(content),
    answers,
    changeHrefs: Object.fromEntries(answers.map(({ field }) => [field, hrefOf(field)])),
    missing: [...evidenceReturnBlockers(content, submission).map(({ message, field }) => ({ text: message, href: hrefOf(field) })), ...leftByDecline(dossier)],
    form: linkedToDecline(takeFormState(request, seen(dossier)), dossier),
  };
}
