import { type Request } from 'express';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { closedNotice } from '#features/frameworks/clock-day.js';
import { backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { type DraftLink } from '../draft-link.entity.js';
import { canBeShown, stateOfLink } from '../draft-link-state.js';
import { draftLinksPaths as paths } from '../draft-links.paths.js';
import { draftLinksWords as words } from '../draft-links.words.js';

interface LinkLine {
  purpose: string;
  made: string;
  tag: { text: string; classes: string };
  opened: string;
  withdrawHref: string | undefined;
}

interface PageOfDraft {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
}

export interface DraftLinksPage extends PageOfDraft {
  words: typeof words.list;
  lines: LinkLine[];
  /** Undefined while it is no draft. */
  addHref: string | undefined;
}

export interface AddDraftLinkPage extends PageOfDraft {
  words: typeof words.add;
  form: FormState<{ purpose: string; days: string }>;
}

export interface WithdrawDraftLinkPage extends PageOfDraft {
  words: typeof words.withdraw;
  lead: string;
}

export function draftLinksPage(dossier: Dossier, links: readonly DraftLink[], now: Date): DraftLinksPage {
  const { submission } = dossier;
  const { kind, id } = submission;
  return {
    ...pageOfDraft(dossier, words.list.title),
    backLink: backToSubmission(dossier),
    words: words.list,
    lines: links.map((link) => {
      const state = stateOfLink(link, submission, now);
      return {
        purpose: link.purpose,
        made: words.list.made(link.madeByName, longDateTime(link.madeAt)),
        tag: state === 'live' ? words.states.live(longDateTime(link.expiresAt)) : words.states[state],
        opened: link.openedAt ? words.list.opened(link.openings, longDateTime(link.openedAt)) : words.list.never,
        withdrawHref: state === 'live' || state === 'closed' ? paths.withdraw(kind, id, link.id) : undefined,
      };
    }),
    addHref: canBeShown(submission) ? paths.add(kind, id) : undefined,
  };
}

/** @throws ApplicationError 409 while it is no draft. */
export function addDraftLinkPage(request: Request, dossier: Dossier): AddDraftLinkPage {
  const { submission } = dossier;
  const closed = closedNotice(submission.framework);
  if (closed) throw ApplicationError.conflict(closed.text, 'framework-closed');
  if (!canBeShown(submission)) throw ApplicationError.conflict(submissionsWords.movedOn(submission), `submission-${submission.status}`);
  return { ...pageOfDraft(dossier, words.add.title), words: words.add, form: takeFormState(request, { purpose: '', days: '7' }) };
}

export function withdrawDraftLinkPage(dossier: Dossier, { purpose }: DraftLink): WithdrawDraftLinkPage {
  return { ...pageOfDraft(dossier, words.withdraw.pageTitle(purpose)), words: words.withdraw, lead: words.withdraw.lead(purpose) };
}

function pageOfDraft(dossier: Dossier, title: string): PageOfDraft {
  const { kind, id } = dossier.submission;
  return { title: pageTitle(title, dossier.submission), backLink: { text: words.list.title, href: paths.list(kind, id) }, head: submissionHead(dossier) };
}
