import { type SubmissionKind } from '#domain/submissions/submission-status.js';

/** Addresses of the council's review pages. */
export const reviewsPaths = {
  list: '/reviews',
  takeNext: '/reviews/take-next',
  bulkClaim: '/reviews/bulk/claims',
  bulkClaimed: '/reviews/bulk/claims/done',
  bulkAccept: '/reviews/bulk/accept',
  bulkCheck: '/reviews/bulk/accept/check',
  bulkAccepted: '/reviews/bulk/accept/done',
  show: (id: string) => `/reviews/${id}`,
  compare: (id: string) => `/reviews/${id}/compare`,
  claim: (id: string) => `/reviews/${id}/claim`,
  decide: (id: string) => `/reviews/${id}/decide`,
  insertTemplates: (id: string) => `/reviews/${id}/decide/templates`,
  check: (id: string) => `/reviews/${id}/decide/check`,
  decided: (id: string) => `/reviews/${id}/decided`,
  handBack: (id: string) => `/reviews/${id}/hand-back`,
  handOn: (id: string) => `/reviews/${id}/hand-on`,
  second: (id: string) => `/reviews/${id}/second`,
  takeBack: (id: string) => `/reviews/${id}/take-back`,
  ask: (id: string) => `/reviews/${id}/questions/new`,
  withdrawQuestion: (id: string, question: string) => `/reviews/${id}/questions/${question}/withdraw`,
  note: (id: string) => `/reviews/${id}/notes/new`,
};

const ROOM: Record<SubmissionKind, string> = { 'evidence-return': '/evidence-returns', 'delivery-plan': '/delivery-plans' };

/** Where a department reads the council's questions on a submission and answers them. */
export function questionsPath(kind: SubmissionKind, submissionId: string): string {
  return `${ROOM[kind]}/${submissionId}/questions`;
}

export function questionPath(kind: SubmissionKind, submissionId: string, questionId: string): string {
  return `${questionsPath(kind, submissionId)}/${questionId}`;
}
