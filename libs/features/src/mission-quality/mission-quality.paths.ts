import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';

const COUNCIL = '/council/quality-reviews';

export const missionQualityPaths = {
  mission: (framework: string, mission: string) => `${missionsPaths.mission(framework, mission)}/quality`,
  version: (framework: string, mission: string, number: number | string) => `${missionQualityPaths.mission(framework, mission)}/versions/${number}`,
  computedCsv: (framework: string, mission: string) => `${missionQualityPaths.mission(framework, mission)}/computed.csv`,
  /** All missions of a framework side by side. */
  list: (framework: string) => `${frameworksPaths.framework(framework)}/quality`,
  csv: (framework: string) => `${frameworksPaths.framework(framework)}/quality.csv`,
  council: COUNCIL,
  draft: (missionId: string) => `${COUNCIL}/${missionId}`,
  start: (missionId: string) => `${COUNCIL}/${missionId}/start`,
  add: (missionId: string, section: string) => `${COUNCIL}/${missionId}/add/${section}`,
  change: (missionId: string, finding: string) => `${COUNCIL}/${missionId}/findings/${finding}`,
  remove: (missionId: string, finding: string) => `${COUNCIL}/${missionId}/findings/${finding}/remove`,
  publish: (missionId: string) => `${COUNCIL}/${missionId}/publish`,
};
