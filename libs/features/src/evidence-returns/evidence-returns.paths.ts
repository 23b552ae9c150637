import { type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const KIND = 'evidence-return';

export const evidenceReturnsPaths = {
  show: (id: string) => submissionsPaths.show(KIND, id),
  section: (id: string, section: EvidenceReturnSection) => `${submissionsPaths.show(KIND, id)}/${section}`,
  check: (id: string) => submissionsPaths.check(KIND, id),
  signOff: (id: string) => submissionsPaths.signOff(KIND, id),
  decline: (id: string) => submissionsPaths.decline(KIND, id),
  confirmation: (id: string) => submissionsPaths.confirmation(KIND, id),
  withdraw: (id: string) => submissionsPaths.withdraw(KIND, id),
  takeUp: (id: string) => submissionsPaths.takeUp(KIND, id),
  version: (id: string, number: number | string) => submissionsPaths.version(KIND, id, number),
};
