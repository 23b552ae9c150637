import { type Request } from 'express';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { leftByDecline } from '#features/submissions/reset-sections.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { answerRows } from '../delivery-plan-answers.js';
import { hrefOfField } from './plan-hrefs.js';

export interface CheckPlanPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  shared: typeof submissionsWords;
  answers: AnswerRow[];
  /** Where each answer is changed, by field. */
  changeHrefs: Record<string, string>;
  /** What still stands against sending it. */
  missing: { text: string; href: string }[];
  form: FormState<SeenValues>;
}

/** @throws ApplicationError 409 while it cannot be sent, 403 for whoever never may. */
export function checkPlanPage(request: Request, dossier: Dossier<'delivery-plan'>): CheckPlanPage {
  requireMove(dossier, 'send-for-sign-off');
  const { submission, content } = dossier;
  const answers = answerRows(content);
  const gaps = deliveryPlanBlockers(content).map(({ message, field }) => ({ text: message, href: hrefOfField(submission.id, field) }));
  const missing = [...gaps, ...leftByDecline(dossier)];
  const form = takeFormState(request, seen(dossier));
  return {
    title: pageTitle(submissionsWords.check.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: submissionsWords,
    answers,
    changeHrefs: Object.fromEntries(answers.map(({ field }) => [field, hrefOfField(submission.id, field)])),
    missing,
    // The fields are on pages of their own: a refusal leads to them.
    form: form.summary ? { ...form, summary: missing } : form,
  };
}
