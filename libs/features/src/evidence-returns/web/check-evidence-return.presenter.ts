import { type Request } from 'express';
import { evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { answerRows, SECTION_OF_FIELD } from '../evidence-return-answers.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
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
export function checkPage(request: Request, dossier: Dossier<'evidence-return'>): CheckPage {
  requireMove(dossier, 'send-for-sign-off');
  const { submission, content } = dossier;
  const hrefOf = (field: string): string => paths.section(submission.id, SECTION_OF_FIELD[field] ?? 'narrative');
  const answers = answerRows(content);
  return {
    title: pageTitle(submissionsWords.check.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: submissionsWords,
    figures: figuresTable(content.figures),
    answers,
    changeHrefs: Object.fromEntries(answers.map(({ field }) => [field, hrefOf(field)])),
    missing: evidenceReturnBlockers(content).map(({ message, field }) => ({ text: message, href: `${hrefOf(field)}#${field}` })),
    form: takeFormState(request, seen(dossier)),
  };
}
