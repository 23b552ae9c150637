/** Whole files for whoever works with the figures. */
export const dataPaths = {
  list: '/data',
  verdicts: '/data/verdicts.csv',
  release: (id: number | string) => `/data/releases/${id}.csv`,
};
