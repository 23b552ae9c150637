import { type Request } from 'express';
import { fieldId, type FormState, takeFormState } from '#platform/pages/form-state.js';
import { requireMove } from '../move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '../submission-head.presenter.js';
import { type Dossier } from '../submissions.queries.js';
import { submissionsWords as words } from '../submissions.words.js';

/** A section with its tick and the box for what should change. */
export interface SectionChoice {
  key: string;
  title: string;
  checked: boolean;
  reason: { id: string; name: string; label: string; value: string; errorMessage: { text: string } | undefined };
}

export interface DeclinePage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words.decline;
  sections: SectionChoice[];
  form: FormState<SeenValues & { reason: string; sections: string[]; reasons: Record<string, string> }>;
}

/** @throws ApplicationError 409 while it cannot be declined, 403 for whoever never may. */
export function declinePage(request: Request, dossier: Dossier): DeclinePage {
  requireMove(dossier, 'decline');
  const form: DeclinePage['form'] = takeFormState(request, { ...seen(dossier), reason: '', sections: [], reasons: {} });
  const ticked = [form.values.sections].flat();
  return {
    title: pageTitle(words.decline.title, dossier.submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    words: words.decline,
    sections: dossier.sections.map(({ key, title }) => ({
      key,
      title,
      checked: ticked.includes(key),
      reason: {
        id: fieldId(`reasons.${key}`),
        name: `reasons[${key}]`,
        label: words.decline.sectionReason,
        value: String(form.values.reasons[key] ?? ''),
        errorMessage: form.errors[`reasons.${key}`],
      },
    })),
    form,
  };
}
