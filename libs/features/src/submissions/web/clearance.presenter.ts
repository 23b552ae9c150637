import { type Request } from 'express';
import { ApplicationError } from '#platform/errors/application-error.js';
import { boxesOf, type DateBoxes } from '#platform/pages/date-boxes.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '../submission-head.presenter.js';
import { submissionsPaths } from '../submissions.paths.js';
import { type Dossier } from '../submissions.queries.js';
import { submissionsWords as words } from '../submissions.words.js';

export interface ClearancePage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words.clearance;
  /** What stands already, where it does. */
  given: string | undefined;
  form: FormState<SeenValues & DateBoxes & { minister: string }>;
}

export interface ClearanceSettingPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.clearance.setting;
  options: { value: string; text: string; checked: boolean }[];
  form: FormState<{ wanted: string }>;
}

/** @throws ApplicationError 403 for whoever is not of the department, 409 while it does not wait for sign-off. */
export function clearancePage(request: Request, dossier: Dossier): ClearancePage {
  const { submission, clearance, draft, today } = dossier;
  if (!draft) throw ApplicationError.forbidden(words.notYours);
  if (submission.status !== 'awaiting-sign-off') throw ApplicationError.conflict(words.movedOn(submission), `submission-${submission.status}`);
  const { given } = clearance;
  return {
    title: pageTitle(words.clearance.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    words: words.clearance,
    given: given ? words.clearance.given(given.minister, given.clearedOn) : undefined,
    form: takeFormState(request, { ...seen(dossier), minister: '', ...boxesOf(today) }),
  };
}

export function clearanceSettingPage(request: Request, wanted: boolean): ClearanceSettingPage {
  const form = takeFormState(request, { wanted: wanted ? 'yes' : 'no' });
  const option = (value: 'yes' | 'no'): ClearanceSettingPage['options'][number] => ({ value, text: words.clearance.setting[value], checked: form.values.wanted === value });
  return {
    title: words.clearance.setting.title,
    backLink: { text: words.work.back, href: submissionsPaths.work },
    words: words.clearance.setting,
    options: [option('yes'), option('no')],
    form,
  };
}
