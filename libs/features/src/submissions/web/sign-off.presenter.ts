import { type Request } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { type AnswerChange, answerChanges, type AnswerRow } from '../answer-row.js';
import { requireMove } from '../move-pages.presenter.js';
import { type SignOffPanel } from '../submission-companions.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '../submission-head.presenter.js';
import { type DeliveredBefore, type PagePart, type RegisteredPages } from '../submission-pages.js';
import { submissionsPaths } from '../submissions.paths.js';
import { type Dossier } from '../submissions.queries.js';
import { submissionsWords as words } from '../submissions.words.js';
import { clearancePanel, declinedPanel, writersPanel } from './sign-off-panels.presenter.js';

/** What the SRO, or whoever stands in for them, reads before signing. */
export interface SignOffPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  shared: typeof words;
  words: typeof words.signOff;
  /** The clearance of the minister, where the department wants it: above everything else. */
  clearance: SignOffPanel | undefined;
  above: PagePart | undefined;
  answers: AnswerRow[];
  changes: { heading: string; list: AnswerChange[]; nothing: string };
  /** What else there is to know, in the order of reading. */
  panels: SignOffPanel[];
  /** What becomes public, one line a fact. */
  becomesPublic: string[];
  statement: string;
  /** Set where this reader may not sign now: why. */
  refusal: string | undefined;
  declineHref: string;
  form: FormState<SeenValues>;
}

/** The kind's own parts of the page, and what other features keep beside the draft. */
interface Parts {
  pages: RegisteredPages;
  companions: readonly SignOffPanel[];
  /** Of a first delivery: the one for the time before. */
  before: DeliveredBefore | undefined;
}

/** @throws ApplicationError 409 while it does not wait for sign-off, 403 for whoever never may sign it. */
export function signOffPage(request: Request, actor: Actor, dossier: Dossier, { pages, companions, before }: Parts): SignOffPage {
  requireMove(dossier, 'submit');
  const { submission, content } = dossier;
  const [contradictions, ...rest] = pages.panels(dossier);
  return {
    title: pageTitle(words.signOff.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: words,
    words: words.signOff,
    clearance: clearancePanel(dossier),
    above: pages.above(content),
    answers: pages.shown(content),
    changes: changesOf(dossier, pages, before),
    panels: [...(contradictions ? [contradictions] : []), ...declinedPanel(dossier), ...rest, writersPanel(dossier), ...companions],
    becomesPublic: pages.becomesPublic(dossier),
    statement: actor.standsInFor ? words.signOff.statementFor(actor.standsInFor.name) : words.signOff.statement,
    refusal: refusalFor(actor, dossier),
    declineHref: submissionsPaths.decline(submission.kind, submission.id),
    form: takeFormState(request, seen(dossier)),
  };
}

/** Against the last delivery of this submission; of a first one against that of the time before. */
function changesOf({ content, versions }: Dossier, pages: RegisteredPages, before: DeliveredBefore | undefined): SignOffPage['changes'] {
  const last = versions.at(-1);
  const earlier = last?.content ?? before?.content;
  const { changes } = words;
  if (!earlier) return { heading: changes.first, list: [], nothing: changes.nothingBefore };
  const heading = last ? changes.sinceDelivered(last.number) : changes.sinceLast(before?.name ?? '');
  return { heading, list: answerChanges(pages.compared(earlier), pages.compared(content)), nothing: changes.nothing };
}

/** Said at once, not after the button. */
function refusalFor(actor: Actor, { events, clearance }: Dossier): string | undefined {
  const wrote = (id: string): boolean => events.some(({ action, actorId }) => action === 'save' && actorId === id);
  if (wrote(actor.id)) return words.authorSigns;
  if (actor.standsInFor && wrote(actor.standsInFor.id)) return words.signOff.sroWrote(actor.standsInFor.name);
  return clearance.wanted && !clearance.given ? words.clearance.missing : undefined;
}
