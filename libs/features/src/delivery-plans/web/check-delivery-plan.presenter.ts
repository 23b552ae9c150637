import { type Request } from 'express';
import { type DeliveryPlanContent } from '#domain/delivery-plans/delivery-plan-content.js';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { fieldId, type FormState, takeFormState } from '#platform/pages/form-state.js';
import { answerRows } from '../delivery-plan-answers.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';

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
  const hrefOf = (field: string): string => `${deliveryPlansPaths.edit(submission.id)}#${editField(field, content)}`;
  const answers = answerRows(content);
  return {
    title: pageTitle(submissionsWords.check.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: submissionsWords,
    answers,
    changeHrefs: Object.fromEntries(answers.map(({ field }) => [field, hrefOf(field)])),
    missing: deliveryPlanBlockers(content).map(({ message, field }) => ({ text: message, href: hrefOf(field) })),
    form: takeFormState(request, seen(dossier)),
  };
}

/** The id on the edit page, where lines are counted: `contributions.health.policies` is `contributions-0-policies`. */
function editField(field: string, { missions }: DeliveryPlanContent): string {
  const [, slug, key] = /^contributions\.([^.]+)\.(\w+)$/.exec(field) ?? [];
  const index = missions.findIndex((mission) => mission.slug === slug);
  return index === -1 ? 'summary' : fieldId(`contributions.${index}.${key ?? 'contribution'}`);
}
