import { longDateTime } from '#platform/pages/dates.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AnswerChange, answerChanges, type AnswerRow } from './answer-row.js';
import { type FactRow, backToSubmission, pageTitle, type SubmissionHead, submissionHead } from './submission-head.presenter.js';
import { type DeliveredVersion, type Dossier } from './submissions.queries.js';
import { submissionsWords as words } from './submissions.words.js';

/** One delivery, word for word. */
export interface VersionPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  shared: typeof words;
  heading: string;
  signed: string;
  answers: AnswerRow[];
  /** Undefined for the first. */
  changes: { heading: string; list: AnswerChange[] } | undefined;
  checksum: FactRow;
}

/** @throws ApplicationError 404 for a number that was never delivered. */
export function deliveredVersion<Kind extends Dossier['submission']['kind']>({ versions }: Dossier<Kind>, number: number): DeliveredVersion<Kind> {
  const version = versions.find((candidate) => candidate.number === number);
  if (!version) throw ApplicationError.notFound(words.version.title(number));
  return version;
}

/** @param rows how a content of this kind reads, answer by answer; `shown` leaves out what the page shows otherwise */
export function versionPage<Kind extends Dossier['submission']['kind']>(
  dossier: Dossier<Kind>,
  version: DeliveredVersion<Kind>,
  told: { rows: (content: Dossier<Kind>['content']) => AnswerRow[]; shown: (content: Dossier<Kind>['content']) => AnswerRow[] },
): VersionPage {
  const { versions, events, submission } = dossier;
  const { number, content, checksum, submittedAt } = version;
  const before = versions.filter((candidate) => candidate.number < number).at(-1);
  const signer = events.find((event) => event.action === 'submit' && event.versionNumber === number)?.actorName ?? '';
  return {
    title: pageTitle(words.version.title(number), submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    shared: words,
    heading: words.version.title(number),
    signed: words.version.signed(signer, longDateTime(submittedAt)),
    answers: told.shown(content),
    changes: before ? { heading: words.changes.sinceBefore(before.number), list: answerChanges(told.rows(before.content), told.rows(content)) } : undefined,
    checksum: { key: { text: words.version.checksum }, value: { text: checksum } },
  };
}
