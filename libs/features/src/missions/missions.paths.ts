import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';

export const missionsPaths = {
  mission: (framework: string, mission: string) => `${frameworksPaths.framework(framework)}/missions/${mission}`,
  /** A target's place on its mission's page. */
  target: (framework: string, mission: string, target: string) => `${missionsPaths.mission(framework, mission)}#${target}`,
  /** All of one target: its versions, and every verdict that was ever given. */
  targetPage: (framework: string, mission: string, target: string) => `${missionsPaths.mission(framework, mission)}/targets/${target}`,
  targetCsv: (framework: string, mission: string, target: string) => `${missionsPaths.mission(framework, mission)}/targets/${target}.csv`,
  /** Every forecast made of a target. */
  targetForecastsCsv: (framework: string, mission: string, target: string) => `${missionsPaths.targetPage(framework, mission, target)}/forecasts.csv`,
};
