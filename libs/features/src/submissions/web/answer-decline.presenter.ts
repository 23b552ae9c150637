import { type Request } from 'express';
import { fieldId, type FormState, takeFormState } from '#platform/pages/form-state.js';
import { requireMove } from '../move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '../submission-head.presenter.js';
import { type Dossier } from '../submissions.queries.js';
import { submissionsWords as words } from '../submissions.words.js';

/** A section that was declined by name, and the answer to it. */
interface DeclinedItem {
  title: string;
  reason: string;
  /** A changed section needs no answer. */
  changed: boolean;
  id: string;
  name: string;
  label: string;
  value: string;
  errorMessage: { text: string } | undefined;
}

export interface AnswerDeclinePage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words.reset;
  items: DeclinedItem[];
  form: FormState<SeenValues & { replies: Record<string, string> }>;
}

/** @throws ApplicationError 409 while nobody may write on it, 403 for whoever never may. */
export function answerDeclinePage(request: Request, dossier: Dossier): AnswerDeclinePage {
  requireMove(dossier, 'save');
  const stored = Object.fromEntries(dossier.reset.map(({ section, reply }) => [section, reply?.text ?? '']));
  const form: AnswerDeclinePage['form'] = takeFormState(request, { ...seen(dossier), replies: stored });
  return {
    title: pageTitle(words.reset.title, dossier.submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    words: words.reset,
    items: dossier.reset.map(({ section, title, reason, changed }) => ({
      title,
      reason,
      changed,
      id: fieldId(`replies.${section}`),
      name: `replies[${section}]`,
      label: words.reset.label(title),
      value: String(form.values.replies[section] ?? ''),
      errorMessage: form.errors[`replies.${section}`],
    })),
    form,
  };
}
