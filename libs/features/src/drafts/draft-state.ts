import { SUBMISSION_STATUS, type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { isOverdue } from '#domain/submissions/due-date.js';
import { type SubmissionContent } from '#domain/submissions/submission-content.js';
import { openRequests } from '#features/submissions/history.presenter.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { type QuestionState } from './draft-questions.js';

/** A token carries no signature, whoever's it is. */
const SIGNING: ReadonlySet<string> = new Set(['submit', 'decline']);

/** What a department's own system sees of a return or plan before opening it. */
export interface DraftLine {
  reference: string;
  kind: SubmissionKind;
  framework: string;
  /** Slug; null for a plan. */
  mission: string | null;
  covers: string;
  coversFrom: string;
  coversTo: string;
  dueOn: string;
  closesOn: string | null;
  overdue: boolean;
  status: SubmissionStatus;
  statusWords: string;
  /** To be sent back with every change: an older one is a conflict. */
  rowVersion: number;
  /** The page for people. */
  page: string;
}

/** The whole of it: what was written, what is missing, and what may be done next. */
export interface DraftState extends DraftLine {
  content: SubmissionContent;
  /** What stands against sending it for sign-off. */
  missing: { code: string; message: string; field: string | null }[];
  /** What the SRO or the council asked for and nobody has answered. */
  asked: { heading: string; reasons: { section: string | null; text: string }[] }[];
  /** What the council has asked about what was delivered, newest first. */
  questions: QuestionState[];
  /** Moves that this person may make now, but for signing: that is done on the page. */
  actions: string[];
  deliveredVersions: number;
}

export function draftLine(submission: Submission, today: string, baseUrl: string): DraftLine {
  const { reference, kind, framework, mission, coversLabel, coversFrom, coversTo, dueOn, closesOn, status, rowVersion, id } = submission;
  return {
    reference,
    kind,
    framework: framework.slug,
    mission: mission?.slug ?? null,
    covers: coversLabel,
    coversFrom,
    coversTo,
    dueOn,
    closesOn,
    overdue: isOverdue(submission, today),
    status,
    statusWords: SUBMISSION_STATUS[status],
    rowVersion,
    page: `${baseUrl}${submissionsPaths.show(kind, id)}`,
  };
}

export function draftState(dossier: Dossier, questions: QuestionState[], baseUrl: string): DraftState {
  const { submission, content, blockers, events, sections, actions, today } = dossier;
  return {
    ...draftLine(submission, today, baseUrl),
    content,
    missing: blockers.map(({ code, message, field }) => ({ code, message, field: field ?? null })),
    asked: openRequests(events, sections).map(({ heading, reasons }) => ({ heading, reasons: reasons.map(({ section, text }) => ({ section: section ?? null, text })) })),
    questions,
    actions: [...new Set(actions.map(({ action }) => action))].filter((action) => !SIGNING.has(action)),
    deliveredVersions: submission.deliveredVersions,
  };
}
