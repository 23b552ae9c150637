import { type Request } from 'express';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';

/** A page that says what a button does, and asks. */
export interface QuestionPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  heading: string;
  lead: string;
  list: string[];
  after: string | undefined;
  /** Undefined where there is nothing to do: the lead says why. */
  button: string | undefined;
  form: FormState<SeenValues>;
}

/** @throws ApplicationError 409 while nobody may write on it, 403 for whoever never may. */
export function questionPage(
  request: Request,
  dossier: Dossier<'evidence-return'>,
  asked: Pick<QuestionPage, 'heading' | 'lead'> & Partial<Pick<QuestionPage, 'list' | 'after' | 'button'>>,
): QuestionPage {
  requireMove(dossier, 'save');
  return {
    title: pageTitle(asked.heading, dossier.submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    list: [],
    after: undefined,
    button: undefined,
    ...asked,
    form: takeFormState(request, seen(dossier)),
  };
}
