import { type SubmissionKind } from '#domain/submissions/submission-status.js';

const ROOM: Record<SubmissionKind, string> = { 'evidence-return': '/evidence-returns', 'delivery-plan': '/delivery-plans' };

/** Addresses that every kind of submission has. */
export const submissionsPaths = {
  work: '/work',
  show: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}`,
  check: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/check`,
  signOff: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/sign-off`,
  decline: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/decline`,
  confirmation: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/confirmation`,
  withdraw: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/withdraw`,
  takeUp: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/take-up`,
  clearance: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/clearance`,
  declined: (kind: SubmissionKind, id: string) => `${ROOM[kind]}/${id}/declined`,
  clearanceSetting: '/work/clearance',
  version: (kind: SubmissionKind, id: string, number: number | string) => `${ROOM[kind]}/${id}/versions/${number}`,
};
