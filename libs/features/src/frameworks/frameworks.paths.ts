export const frameworksPaths = {
  home: '/',
  list: '/frameworks',
  missionsCsv: (slug: string) => `/frameworks/${slug}/missions.csv`,
  framework: (slug: string) => `/frameworks/${slug}`,
  /** What becomes of it when it is closed; its last edition from then on. */
  closing: (slug: string) => `/frameworks/${slug}/closing`,
};
