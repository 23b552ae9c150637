export const importsPaths = {
  hub: '/statistics',
  create: '/statistics/imports/new',
  show: (id: string) => `/statistics/imports/${id}`,
  rejects: (id: string) => `/statistics/imports/${id}/rejects.csv`,
  load: (id: string) => `/statistics/imports/${id}/load`,
  checkAgain: (id: string) => `/statistics/imports/${id}/check`,
  discard: (id: string) => `/statistics/imports/${id}/discard`,
  releases: '/statistics/releases',
  release: (id: number) => `/statistics/releases/${id}`,
  catalogue: '/statistics/catalogue',
  dataGaps: '/data-gaps',
  api: (id: string) => `/api/v1/imports/${id}`,
};
