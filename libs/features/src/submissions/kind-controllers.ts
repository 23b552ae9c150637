import { type Type } from '@nestjs/common';
import { SUBMISSION_KINDS, type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type AuditNoun, auditNounOf } from './submission-audit.js';

/** One controller a kind: pages that both kinds have, at the addresses and with the audit events of each. */
export function forEachKind(make: (kind: SubmissionKind, noun: AuditNoun) => Type): Type[] {
  return (Object.keys(SUBMISSION_KINDS) as SubmissionKind[]).map((kind) => make(kind, auditNounOf(kind)));
}
