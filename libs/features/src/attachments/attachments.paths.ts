import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const list = (id: string): string => `${submissionsPaths.show('evidence-return', id)}/attachments`;

export const attachmentsPaths = {
  list,
  add: (id: string) => `${list(id)}/add`,
  remove: (id: string, attachment: string) => `${list(id)}/${attachment}/remove`,
  leaveOut: (id: string, attachment: string) => `${list(id)}/${attachment}/leave-out`,
  takeBack: (id: string, attachment: string) => `${list(id)}/${attachment}/take-back`,
  /** For those who may read the return. */
  file: (attachment: string) => `/attachments/${attachment}`,
  /** For everybody, of what is public. */
  published: (attachment: string) => `/published-attachments/${attachment}`,
  /** What the virus scanner has and has not said, for administrators. */
  virusChecks: '/virus-checks',
};
