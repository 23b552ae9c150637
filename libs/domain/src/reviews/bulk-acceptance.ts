import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type CheckOutcome, REVIEW_CHECKS, type CheckKind } from './review-check.js';

/** What makes a delivery one of many that are alike, or one to be read alone. */
export interface BulkFacts {
  /** Empty while the checks have not run. */
  checks: readonly { kind: CheckKind; outcome: CheckOutcome }[];
  /** The rating and the figures are two steps apart, or the rating is better than they are. */
  conflict: boolean;
  /** Figures that the department departs from. */
  departures: number;
  questionOpen: boolean;
  needsSecond: boolean;
}

/** Every reason why a delivery is not one to accept with others; none where it may be. */
export function bulkBlockers({ checks, conflict, departures, questionOpen, needsSecond }: BulkFacts): string[] {
  return [
    ...(checks.length === 0 ? ['The checks have not run yet'] : []),
    ...checks.filter(({ outcome }) => outcome !== 'passed').map(({ kind, outcome }) => `${REVIEW_CHECKS[kind]}: ${outcome === 'failed' ? 'failed' : 'needs a look'}`),
    ...(conflict ? ['The rating and the figures do not agree'] : []),
    ...(departures > 0 ? [departures === 1 ? 'It departs from one figure' : `It departs from ${departures} figures`] : []),
    ...(questionOpen ? ['A question to the department is open'] : []),
    ...(needsSecond ? ['It needs a second reviewer'] : []),
  ];
}

/** Deliveries are alike where they are of one kind and one cycle. */
export function likenessOf({ kind, frameworkId, coversFrom, coversTo }: { kind: SubmissionKind; frameworkId: string; coversFrom: string; coversTo: string }): string {
  return [kind, frameworkId, coversFrom, coversTo].join(' ');
}
