import { type SubmissionAction } from '#domain/submissions/submission-status.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type AnswerChange, answerChanges, type AnswerRow } from './answer-row.js';
import { type HistoryItem, historyOf, lastWord, openRequests, type OpenRequest } from './history.presenter.js';
import { type FactRow, pageTitle, type SubmissionHead, submissionFacts, submissionHead } from './submission-head.presenter.js';
import { type StatusTag, statusTag } from './submission-tag.js';
import { submissionsPaths } from './submissions.paths.js';
import { type Dossier } from './submissions.queries.js';
import { submissionsWords as words } from './submissions.words.js';

export interface MoveLink {
  text: string;
  href: string;
  /** The first is the page's button, the others are links or secondary. */
  primary: boolean;
}

export interface DeliveredLine {
  text: string;
  href: string;
  submitted: string;
  tag: StatusTag | undefined;
}

/** What every kind's overview shows beside its own sections. */
export interface SubmissionOverview {
  title: string;
  backLink: { text: string; href: string } | undefined;
  head: SubmissionHead;
  shared: typeof words;
  facts: FactRow[];
  standing: string;
  /** What is asked of the department, and what the council said in the end. */
  requests: OpenRequest[];
  moves: MoveLink[];
  /** May the reader write on the draft? */
  editable: boolean;
  /** Undefined before the first delivery. */
  changes: { heading: string; list: AnswerChange[] } | undefined;
  deliveredVersions: DeliveredLine[];
  history: HistoryItem[];
}

/** @param rows how a content of this kind reads, answer by answer */
export function submissionOverview<Kind extends Dossier['submission']['kind']>(
  dossier: Dossier<Kind>,
  rows: (content: Dossier<Kind>['content']) => AnswerRow[],
): SubmissionOverview {
  const { submission, actions, events, versions, sections } = dossier;
  const last = versions.at(-1);
  return {
    title: pageTitle(submissionHead(dossier).heading, submission),
    backLink: dossier.draft ? { text: words.work.back, href: submissionsPaths.work } : undefined,
    head: submissionHead(dossier),
    shared: words,
    facts: submissionFacts(dossier),
    standing: submission.framework.closedAt && isBeingWritten(submission.status) ? words.standingOfClosed : (dossier.draft ? words.standing : words.standingForCouncil)[submission.status],
    requests: [...(dossier.draft ? openRequests(events, sections) : []), ...lastWord(events, sections)],
    moves: moveLinks(dossier),
    editable: actions.some(({ action }) => action === 'save'),
    changes: last && dossier.draft && isBeingWritten(submission.status)
      ? { heading: words.changes.sinceDelivered(last.number), list: answerChanges(rows(last.content), rows(dossier.content)) }
      : undefined,
    deliveredVersions: versions
      .map(({ number, submittedAt }) => ({
        text: words.deliveries.version(number),
        href: submissionsPaths.version(submission.kind, submission.id, number),
        submitted: words.deliveries.submitted(longDateTime(submittedAt)),
        tag: number === submission.acceptedVersion ? statusTag('accepted') : undefined,
      }))
      .reverse(),
    history: historyOf(events, sections),
  };
}

/** Pages of the department's moves; the council's are made on its review pages. */
const PAGE_OF_MOVE: Partial<Record<SubmissionAction, 'check' | 'signOff' | 'decline' | 'withdraw' | 'takeUp'>> = {
  'send-for-sign-off': 'check',
  submit: 'signOff',
  decline: 'decline',
  withdraw: 'withdraw',
  'take-up': 'takeUp',
};

/** What counts for the button: what takes the submission forward. */
const FORWARD: readonly SubmissionAction[] = ['send-for-sign-off', 'submit', 'take-up'];

function moveLinks({ actions, signsInVain, links: companions, clearance, reset, submission: { kind, id } }: Dossier): MoveLink[] {
  const links = actions.flatMap(({ action, label }) => {
    const page = PAGE_OF_MOVE[action];
    if (!page || (action === 'submit' && signsInVain)) return [];
    const forward = FORWARD.includes(action);
    const text = action === 'send-for-sign-off' ? words.check.title : label;
    return [{ text, href: submissionsPaths[page](kind, id), primary: forward }];
  });
  const mayWrite = actions.some(({ action }) => action === 'save');
  if (clearance.wanted && !clearance.given) links.push({ text: words.clearance.link, href: submissionsPaths.clearance(kind, id), primary: false });
  if (mayWrite && reset.some(({ changed }) => !changed)) links.push({ text: words.reset.link, href: submissionsPaths.declined(kind, id), primary: false });
  links.push(...companions.map((link) => ({ ...link, primary: false })));
  const unique = links.filter(({ href }, index) => links.findIndex((link) => link.href === href) === index);
  return unique.sort((left, right) => Number(right.primary) - Number(left.primary));
}

function isBeingWritten(status: Dossier['submission']['status']): boolean {
  return status === 'draft' || status === 'changes-requested' || status === 'awaiting-sign-off';
}
