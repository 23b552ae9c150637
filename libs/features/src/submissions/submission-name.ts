import { SUBMISSION_KINDS, type SubmissionKind } from '#domain/submissions/submission-status.js';

interface NamedSubmission {
  kind: SubmissionKind;
  coversLabel: string;
  mission: { focusArea: string } | null;
  organisation: { name: string };
}

/** In a sentence: "evidence return on Education for April 2025 to March 2026", "outcome delivery plan of HM Treasury for 2026 to 2027". */
export function describeSubmission(submission: NamedSubmission): string {
  return `${SUBMISSION_KINDS[submission.kind].toLowerCase()} ${subjectOf(submission)} for ${submission.coversLabel}`;
}

/** As a heading: "Education: April 2025 to March 2026". */
export function titleOfSubmission({ kind, mission, organisation, coversLabel }: NamedSubmission): string {
  return `${kind === 'evidence-return' && mission ? mission.focusArea : organisation.name}: ${coversLabel}`;
}

function subjectOf({ mission, organisation }: NamedSubmission): string {
  return mission ? `on ${mission.focusArea}` : `of ${organisation.name}`;
}
