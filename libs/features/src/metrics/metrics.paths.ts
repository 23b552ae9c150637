/** Under `/figures`, for `/metrics` is where operators' tools look for the process's own measurements. */
export const metricsPaths = {
  list: '/figures',
  metric: (slug: string) => `/figures/${slug}`,
  observationsCsv: (slug: string) => `/figures/${slug}/observations.csv`,
};
