import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const list = (kind: SubmissionKind, id: string): string => `${submissionsPaths.show(kind, id)}/attachments`;

export const attachmentsPaths = {
  list,
  add: (kind: SubmissionKind, id: string) => `${list(kind, id)}/add`,
  remove: (kind: SubmissionKind, id: string, attachment: string) => `${list(kind, id)}/${attachment}/remove`,
  leaveOut: (kind: SubmissionKind, id: string, attachment: string) => `${list(kind, id)}/${attachment}/leave-out`,
  takeBack: (kind: SubmissionKind, id: string, attachment: string) => `${list(kind, id)}/${attachment}/take-back`,
  /** For those who may read the return or plan. */
  file: (attachment: string) => `/attachments/${attachment}`,
  /** For everybody, of what is public. */
  published: (attachment: string) => `/published-attachments/${attachment}`,
  /** What the virus scanner has and has not said, for administrators. */
  virusChecks: '/virus-checks',
};
