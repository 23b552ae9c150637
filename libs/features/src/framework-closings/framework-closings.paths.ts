import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';

export const closingsPaths = {
  show: frameworksPaths.closing,
  json: (framework: string) => `${frameworksPaths.closing(framework)}/last-edition.json`,
  checksum: (framework: string) => `${frameworksPaths.closing(framework)}/last-edition.json.sha256`,
  csv: (framework: string) => `${frameworksPaths.closing(framework)}/last-edition.csv`,
  prepare: (framework: string) => `${frameworksPaths.closing(framework)}/prepare`,
  edit: (framework: string) => `${frameworksPaths.closing(framework)}/prepare/day`,
  ending: (framework: string, mission: string) => `${frameworksPaths.closing(framework)}/prepare/missions/${mission}`,
  announce: (framework: string) => `${frameworksPaths.closing(framework)}/announce`,
  takeBack: (framework: string) => `${frameworksPaths.closing(framework)}/take-back`,
};
