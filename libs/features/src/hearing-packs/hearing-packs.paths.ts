import { missionsPaths } from '#features/missions/missions.paths.js';

export const hearingPacksPaths = {
  /** `?on=2026-11-23` for a day; today without. */
  pack: (framework: string, mission: string) => `${missionsPaths.mission(framework, mission)}/hearing-pack`,
};
