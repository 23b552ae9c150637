import { ApplicationError } from '#platform/errors/application-error.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type AnswerChange, answerChanges, type AnswerRow } from '../answer-row.js';
import { type OpenRequest, reasonsGiven } from '../history.presenter.js';
import { type FactRow, backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '../submission-head.presenter.js';
import { type PagePart, type RegisteredPages } from '../submission-pages.js';
import { type Dossier } from '../submissions.queries.js';
import { submissionsWords as words } from '../submissions.words.js';

/** One delivery, word for word. */
export interface VersionPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  shared: typeof words;
  heading: string;
  signed: string;
  /** By whom it was cleared and when; undefined where the department wanted no clearance. */
  cleared: string | undefined;
  /** What the council said of it in its decision, word for word; undefined where it said nothing. */
  council: OpenRequest | undefined;
  above: PagePart | undefined;
  answers: AnswerRow[];
  /** Undefined for the first. */
  changes: { heading: string; list: AnswerChange[] } | undefined;
  checksum: FactRow;
}

/** @throws ApplicationError 404 for a number that was never delivered. */
export function versionPage(dossier: Dossier, number: number, pages: RegisteredPages): VersionPage {
  const { versions, events, submission } = dossier;
  const version = versions.find((candidate) => candidate.number === number);
  if (!version) throw ApplicationError.notFound(words.version.title(number));
  const { content, checksum, submittedAt, clearance } = version;
  const before = versions.filter((candidate) => candidate.number < number).at(-1);
  const signer = events.find((event) => event.action === 'submit' && event.versionNumber === number)?.actorName ?? '';
  return {
    title: pageTitle(words.version.title(number), submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: words,
    heading: words.version.title(number),
    signed: words.version.signed(signer, longDateTime(submittedAt)),
    cleared: clearance ? words.version.cleared(clearance.minister, clearance.clearedOn) : undefined,
    council: councilSaid(dossier, number),
    above: pages.above(content),
    answers: pages.shown(content),
    changes: before ? { heading: words.changes.sinceBefore(before.number), list: answerChanges(pages.compared(before.content), pages.compared(content)) } : undefined,
    checksum: { key: { text: words.version.checksum }, value: { text: checksum } },
  };
}

function councilSaid({ events, sections }: Dossier, number: number): OpenRequest | undefined {
  const decision = events.findLast(({ action, versionNumber, reasons }) => versionNumber === number && reasons.length > 0 && words.version.council[action] !== undefined);
  return decision && { heading: words.version.council[decision.action] ?? '', reasons: reasonsGiven(decision, sections) };
}
