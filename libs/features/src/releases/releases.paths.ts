/** Of a warning that is acknowledged: its number, or a kind for all of it. */
export const releasesPaths = {
  list: '/statistics/releases',
  show: (id: number | string) => `/statistics/releases/${id}`,
  changesCsv: (id: number | string) => `/statistics/releases/${id}/changes.csv`,
  changes: (id: number | string, metric: string) => `/statistics/releases/${id}/changes/${metric}`,
  acknowledge: (id: number | string, which: number | string) => `/statistics/releases/${id}/warnings/${which}`,
  hour: (id: number | string) => `/statistics/releases/${id}/hour`,
  newBreak: (id: number | string) => `/statistics/releases/${id}/breaks/new`,
};
