import { type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const KIND = 'evidence-return';

export const evidenceReturnsPaths = {
  show: (id: string) => submissionsPaths.show(KIND, id),
  section: (id: string, section: EvidenceReturnSection) => `${submissionsPaths.show(KIND, id)}/${section}`,
  /** One item of a section's list; `new` adds one. */
  item: (id: string, section: EvidenceReturnSection, item: string) => `${submissionsPaths.show(KIND, id)}/${section}/${item}`,
  removeItem: (id: string, section: EvidenceReturnSection, item: string) => `${submissionsPaths.show(KIND, id)}/${section}/${item}/remove`,
  nil: (id: string) => `${submissionsPaths.show(KIND, id)}/nil`,
  full: (id: string) => `${submissionsPaths.show(KIND, id)}/full-return`,
  copyForward: (id: string) => `${submissionsPaths.show(KIND, id)}/copy-forward`,
  /** Kept by the rooms of attachments and workbooks. */
  workbook: (id: string) => `${submissionsPaths.show(KIND, id)}/workbook`,
  check: (id: string) => submissionsPaths.check(KIND, id),
  signOff: (id: string) => submissionsPaths.signOff(KIND, id),
  decline: (id: string) => submissionsPaths.decline(KIND, id),
  confirmation: (id: string) => submissionsPaths.confirmation(KIND, id),
  withdraw: (id: string) => submissionsPaths.withdraw(KIND, id),
  takeUp: (id: string) => submissionsPaths.takeUp(KIND, id),
  version: (id: string, number: number | string) => submissionsPaths.version(KIND, id, number),
};
