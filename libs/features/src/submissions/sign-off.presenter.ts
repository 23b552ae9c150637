import { type Request } from 'express';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { type AnswerChange, answerChanges, type AnswerRow } from './answer-row.js';
import { requireMove } from './move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from './submission-head.presenter.js';
import { submissionsPaths } from './submissions.paths.js';
import { type Dossier } from './submissions.queries.js';
import { submissionsWords as words } from './submissions.words.js';

/** What the SRO reads before signing. */
export interface SignOffPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  shared: typeof words;
  words: typeof words.signOff;
  answers: AnswerRow[];
  changes: { heading: string; list: AnswerChange[] } | undefined;
  /** What becomes public, one line a fact. */
  becomesPublic: string[];
  /** Set where this reader may not sign: why. */
  refusal: string | undefined;
  declineHref: string;
  form: FormState<SeenValues>;
}

/**
 * @param actorId who reads: whoever wrote part of it is told at once that somebody else must sign.
 * @param rows how a content of this kind reads, answer by answer
 */
export function signOffPage<Kind extends Dossier['submission']['kind']>(
  request: Request,
  dossier: Dossier<Kind>,
  told: { actorId: string; rows: (content: Dossier<Kind>['content']) => AnswerRow[]; shown: (content: Dossier<Kind>['content']) => AnswerRow[]; becomesPublic: string[] },
): SignOffPage {
  requireMove(dossier, 'submit');
  const { submission, content, versions, events } = dossier;
  const last = versions.at(-1);
  const wrote = events.some(({ action, actorId }) => action === 'save' && actorId === told.actorId);
  return {
    title: pageTitle(words.signOff.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: words,
    words: words.signOff,
    answers: told.shown(content),
    changes: last ? { heading: words.changes.sinceDelivered(last.number), list: answerChanges(told.rows(last.content), told.rows(content)) } : undefined,
    becomesPublic: told.becomesPublic,
    refusal: wrote ? words.authorSigns : undefined,
    declineHref: submissionsPaths.decline(submission.kind, submission.id),
    form: takeFormState(request, seen(dossier)),
  };
}
