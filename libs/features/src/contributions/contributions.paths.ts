import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const ofReturn = (id: string): string => `${submissionsPaths.show('evidence-return', id)}/contributions`;

export const contributionsPaths = {
  /** What is asked of the reader's own organisation. */
  list: '/contributions',
  show: (id: string) => `/contributions/${id}`,
  answer: (id: string) => `/contributions/${id}/answer`,
  evidence: (id: string, item: string) => `/contributions/${id}/evidence/${item}`,
  removeEvidence: (id: string, item: string) => `/contributions/${id}/evidence/${item}/remove`,
  give: (id: string) => `/contributions/${id}/give`,
  decline: (id: string) => `/contributions/${id}/decline`,
  takeBack: (id: string) => `/contributions/${id}/take-back`,
  /** The asking department's pages, a section of its return. */
  ofReturn,
  ask: (id: string) => `${ofReturn(id)}/new`,
  quote: (id: string, contribution: string) => `${ofReturn(id)}/${contribution}/quote`,
  withdraw: (id: string, contribution: string) => `${ofReturn(id)}/${contribution}/withdraw`,
  /** Everybody's: what a body owes. */
  body: (slug: string) => `/organisations/${slug}`,
};
