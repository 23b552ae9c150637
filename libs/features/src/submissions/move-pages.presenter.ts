import { type Request } from 'express';
import { type SubmissionAction } from '#domain/submissions/submission-status.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { workflowOf } from '#domain/submissions/workflow-of.js';
import { closedNotice } from '#features/frameworks/clock-day.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from './submission-head.presenter.js';
import { submissionsPaths } from './submissions.paths.js';
import { type Dossier } from './submissions.queries.js';
import { submissionsWords as words } from './submissions.words.js';

/** A page that asks before one move is made. */
export interface MovePage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: { title: string; lead: string; button: string; label?: string; hint?: string };
  form: FormState<SeenValues & { reason: string }>;
}

export interface ConfirmationPage {
  title: string;
  panel: { heading: string; label: string; reference: string };
  mailed: string;
  next: { heading: string; list: string[] };
  links: { text: string; href: string }[];
}

/** @throws ApplicationError 409 where the table has no such move now, 403 where it has none for this reader at all. */
export function requireMove({ submission, actions }: Pick<Dossier, 'submission' | 'actions'>, action: SubmissionAction): void {
  if (actions.some((arrow) => arrow.action === action)) return;
  const closed = closedNotice(submission.framework);
  if (closed) throw ApplicationError.conflict(closed.text, 'framework-closed');
  const now = transitionFor(workflowOf(submission.kind), submission.status, action, ['drafter', 'sro', 'stand-in', 'reviewer']);
  throw now ? ApplicationError.forbidden(words.notYours) : ApplicationError.conflict(words.movedOn(submission), `submission-${submission.status}`);
}

/** Decline and withdraw: a reason goes with them. */
export function reasonPage(request: Request, dossier: Dossier, move: 'decline' | 'withdraw'): MovePage {
  return { ...movePage(request, dossier, move), words: { ...words[move], hint: words.reasonHint } };
}

export function takeUpPage(request: Request, dossier: Dossier): MovePage {
  return movePage(request, dossier, 'take-up');
}

function movePage(request: Request, dossier: Dossier, move: 'decline' | 'withdraw' | 'take-up'): MovePage {
  requireMove(dossier, move);
  const text = move === 'take-up' ? words.takeUp : words[move];
  return {
    title: pageTitle(text.title, dossier.submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    words: text,
    form: takeFormState(request, { ...seen(dossier), reason: '' }),
  };
}

/** @throws ApplicationError 409 before the first delivery. */
export function confirmationPage({ submission }: Dossier): ConfirmationPage {
  const { kind, id, reference } = submission;
  if (submission.standingVersion === null) throw ApplicationError.conflict(words.movedOn(submission), `submission-${submission.status}`);
  return {
    title: pageTitle(words.confirmation.title[kind], submission),
    panel: { heading: words.confirmation.title[kind], label: words.confirmation.reference, reference },
    mailed: words.confirmation.mailed,
    next: { heading: words.confirmation.nextHeading, list: words.confirmation.next },
    links: [
      { text: words.confirmation.open[kind], href: submissionsPaths.show(kind, id) },
      { text: words.work.back, href: submissionsPaths.work },
    ],
  };
}
