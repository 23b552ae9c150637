export const metricsPaths = {
  list: '/metrics',
  metric: (slug: string) => `/metrics/${slug}`,
  observationsCsv: (slug: string) => `/metrics/${slug}/observations.csv`,
};
