export const recommendationsPaths = {
  list: '/recommendations',
  csv: '/recommendations.csv',
  show: (reference: string) => `/recommendations/${reference}`,
  answer: (reference: string) => `/recommendations/${reference}/answer`,
  progress: (reference: string) => `/recommendations/${reference}/progress`,
  outcome: (reference: string) => `/recommendations/${reference}/outcome`,
  withdraw: (reference: string) => `/recommendations/${reference}/withdraw`,
  readdress: (reference: string) => `/recommendations/${reference}/re-address`,
};
