/** The checks that run as a job on every delivery, with their words for people. */
export const REVIEW_CHECKS = {
  completeness: 'Completeness',
  figures: 'Figures against observations',
  arithmetic: 'Totals and dates',
  evidence: 'Evidence and departures',
  attachments: 'Attachments',
  promises: 'Promises of last time',
} as const;

export type CheckKind = keyof typeof REVIEW_CHECKS;

export const CHECK_KINDS = Object.keys(REVIEW_CHECKS) as CheckKind[];

/** A check never decides: it passes, asks the reviewer to look, or finds something missing. */
export const CHECK_OUTCOMES = {
  passed: 'Passed',
  look: 'Look at this',
  failed: 'Failed',
} as const;

export type CheckOutcome = keyof typeof CHECK_OUTCOMES;

/** What a check found: plain sentences, one a finding. */
export interface CheckResult {
  kind: CheckKind;
  outcome: CheckOutcome;
  findings: string[];
}
