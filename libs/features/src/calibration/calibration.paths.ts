export const calibrationPaths = {
  list: '/calibration',
  csv: '/calibration.csv',
  department: (slug: string) => `/calibration/${slug}`,
};
