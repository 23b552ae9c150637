import { type DeliveryPlanSection } from '#domain/delivery-plans/delivery-plan-content.js';
import { type PlanList } from '#domain/delivery-plans/plan-lists.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const KIND = 'delivery-plan';

const show = (id: string): string => submissionsPaths.show(KIND, id);

export const deliveryPlansPaths = {
  show,
  /** The summary's form; for every other section its list. */
  section: (id: string, section: DeliveryPlanSection | ':section') => `${show(id)}/sections/${section}`,
  summary: (id: string) => `${show(id)}/summary`,
  contribution: (id: string, mission: string) => `${show(id)}/contributions/${mission}`,
  addLine: (id: string, list: PlanList | ':list') => `${show(id)}/lists/${list}/add`,
  line: (id: string, list: PlanList | ':list', line: string) => `${show(id)}/lists/${list}/${line}`,
  removeLine: (id: string, list: PlanList | ':list', line: string) => `${show(id)}/lists/${list}/${line}/remove`,
  total: (id: string, of: 'funding' | 'staffing' | ':of') => `${show(id)}/totals/${of}`,
  /** Kept by the room of attachments. */
  attachments: (id: string) => `${show(id)}/attachments`,
  copy: (id: string) => `${show(id)}/copy-forward`,
  sinceLastYear: (id: string) => `${show(id)}/since-last-year`,
  askDependency: (id: string, line: string) => `${show(id)}/dependencies/${line}/ask`,
  check: (id: string) => submissionsPaths.check(KIND, id),
  signOff: (id: string) => submissionsPaths.signOff(KIND, id),
  decline: (id: string) => submissionsPaths.decline(KIND, id),
  confirmation: (id: string) => submissionsPaths.confirmation(KIND, id),
  withdraw: (id: string) => submissionsPaths.withdraw(KIND, id),
  takeUp: (id: string) => submissionsPaths.takeUp(KIND, id),
  version: (id: string, number: number | string) => submissionsPaths.version(KIND, id, number),
  /** What other departments count on this one for. */
  dependencies: '/plans/dependencies',
  answerDependency: (id: string, line: string) => `/plans/dependencies/${id}/${line}`,
  crosswalk: (framework: string, mission: string) => `${missionsPaths.mission(framework, mission)}/plans`,
  crosswalkCsv: (framework: string, mission: string) => `${missionsPaths.mission(framework, mission)}/plans.csv`,
};
