import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';

export const draftLinksPaths = {
  list: (kind: SubmissionKind, id: string) => `${submissionsPaths.show(kind, id)}/draft-links`,
  add: (kind: SubmissionKind, id: string) => `${submissionsPaths.show(kind, id)}/draft-links/new`,
  withdraw: (kind: SubmissionKind, id: string, link: string) => `${submissionsPaths.show(kind, id)}/draft-links/${link}/withdraw`,
  /** The page that the link opens. */
  draft: (secret: string) => `/drafts/${secret}`,
};
