import { type ClosedNotice, closedNotice } from '#features/frameworks/clock-day.js';
import { type Dossier } from './submissions.queries.js';
import { overdueTag, statusTag, type StatusTag } from './submission-tag.js';
import { titleOfSubmission } from './submission-name.js';
import { submissionsPaths } from './submissions.paths.js';
import { submissionsWords as words } from './submissions.words.js';

/** What stands above every page of a submission. */
export interface SubmissionHead {
  /** "Evidence return ER-2026-7K3D" */
  caption: string;
  /** "Education: April to September 2026" */
  heading: string;
  tags: StatusTag[];
  /** Where the framework is closed. */
  closed: ClosedNotice | undefined;
  /** Pages of other features about the section that the page shows. */
  links: { text: string; href: string }[];
}

/** A row of GOV.UK Frontend's summary list. */
export interface FactRow {
  key: { text: string };
  value: { text: string };
}

/** @param section key of the section that the page shows */
export function submissionHead({ submission, today, links = [] }: Pick<Dossier, 'submission' | 'today'> & Partial<Pick<Dossier, 'links'>>, section?: string): SubmissionHead {
  const overdue = overdueTag(submission, today);
  return {
    caption: `${words.title[submission.kind]} ${submission.reference}`,
    heading: titleOfSubmission(submission),
    closed: closedNotice(submission.framework),
    tags: [statusTag(submission.status), ...(overdue ? [overdue] : [])],
    links: section === undefined ? [] : links.flatMap(({ bySection }) => bySection?.(section) ?? []),
  };
}

/** The title of a page of a submission, the same for no other page: "Narrative (evidence return ER-2026-7K3D)". */
export function pageTitle(page: string, { kind, reference }: Dossier['submission']): string {
  return `${page} (${words.noun[kind]} ${reference})`;
}

export function submissionFacts({ submission, today }: Pick<Dossier, 'submission' | 'today'>): FactRow[] {
  const { organisation, framework, coversLabel, dueOn, mission } = submission;
  const late = overdueTag(submission, today) !== undefined;
  const facts: [string, string][] = [
    [words.facts.department, organisation.name],
    [words.facts.framework, mission ? `${framework.title}, mission ${mission.number}: ${mission.focusArea}` : framework.title],
    [words.facts.covers, coversLabel],
    [words.facts.due, words.dueOn(dueOn, late)],
  ];
  return facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

/** The way back from a page of a submission to its overview. */
export function backToSubmission({ submission }: Pick<Dossier, 'submission'>): { text: string; href: string } {
  return { text: `Back to ${words.noun[submission.kind]} ${submission.reference}`, href: submissionsPaths.show(submission.kind, submission.id) };
}

/** What every form of a submission carries: as of which change its page was opened. */
export interface SeenValues {
  rowVersion: number;
}

/**
 * Laid into the stored values, so that a form that comes back with its errors keeps the version that it was opened on: what
 * somebody else saved meanwhile stays a conflict.
 */
export function seen({ submission }: Pick<Dossier, 'submission'>): SeenValues {
  return { rowVersion: submission.rowVersion };
}
