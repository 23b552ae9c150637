import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';

export const commentsPaths = {
  list: (kind: SubmissionKind, id: string) => `${submissionsPaths.show(kind, id)}/comments`,
  /** @param section its key; `whole` for what is about all of it */
  section: (kind: SubmissionKind, id: string, section: string) => `${submissionsPaths.show(kind, id)}/comments?section=${encodeURIComponent(section)}`,
  thread: (kind: SubmissionKind, id: string, thread: string) => `${submissionsPaths.show(kind, id)}/comments/${thread}`,
};
