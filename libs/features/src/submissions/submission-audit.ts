import { type Permission } from '#domain/access/permissions.js';
import { type SubmissionAction, type SubmissionKind } from '#domain/submissions/submission-status.js';

const NOUN = { 'evidence-return': 'EVIDENCE_RETURN', 'delivery-plan': 'DELIVERY_PLAN' } as const satisfies Record<SubmissionKind, string>;

/** The kind as the audit names it. */
export type AuditNoun = (typeof NOUN)[SubmissionKind];

export function auditNounOf(kind: SubmissionKind): AuditNoun {
  return NOUN[kind];
}

/** The moves that the department makes; the council's are its reviews' own. */
const PAST = {
  save: 'SAVED',
  'send-for-sign-off': 'SENT_FOR_SIGN_OFF',
  decline: 'DECLINED',
  submit: 'SUBMITTED',
  withdraw: 'WITHDRAWN',
  'take-up': 'TAKEN_UP',
} as const satisfies Partial<Record<SubmissionAction, string>>;

export type DepartmentAction = keyof typeof PAST;

/** The event of a department's move in the audit chain: `EVIDENCE_RETURN_SUBMITTED`. */
export function auditEventOf(kind: SubmissionKind, action: DepartmentAction): string {
  return `${NOUN[kind]}_${PAST[action]}`;
}

/** The permission that each of the department's moves needs. */
export const PERMISSION_OF: Record<DepartmentAction, Permission> = {
  save: 'submission.edit',
  'send-for-sign-off': 'submission.edit',
  decline: 'submission.sign',
  submit: 'submission.sign',
  withdraw: 'submission.withdraw',
  'take-up': 'submission.edit',
};
