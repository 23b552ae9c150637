import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const KIND = 'delivery-plan';

export const deliveryPlansPaths = {
  show: (id: string) => submissionsPaths.show(KIND, id),
  edit: (id: string) => `${submissionsPaths.show(KIND, id)}/edit`,
  check: (id: string) => submissionsPaths.check(KIND, id),
  signOff: (id: string) => submissionsPaths.signOff(KIND, id),
  decline: (id: string) => submissionsPaths.decline(KIND, id),
  confirmation: (id: string) => submissionsPaths.confirmation(KIND, id),
  withdraw: (id: string) => submissionsPaths.withdraw(KIND, id),
  takeUp: (id: string) => submissionsPaths.takeUp(KIND, id),
  version: (id: string, number: number | string) => submissionsPaths.version(KIND, id, number),
};
