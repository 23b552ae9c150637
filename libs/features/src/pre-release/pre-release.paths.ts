export const preReleasePaths = {
  /** The statistician's list of releases under embargo, and the window of one. */
  manage: '/statistics/pre-release',
  open: (release: number | string) => `/statistics/pre-release/${release}`,
  /** The places' pages. */
  own: '/pre-release',
  show: (id: string) => `/pre-release/${id}`,
  comment: (id: string, metric: string) => `/pre-release/${id}/${metric}`,
  /** Everybody's, after publication. */
  access: '/pre-release-access',
};
