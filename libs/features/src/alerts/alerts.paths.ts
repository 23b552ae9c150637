export const alertsPaths = {
  list: '/alerts',
  show: (reference: string) => `/alerts/${reference}`,
  acknowledge: (reference: string) => `/alerts/${reference}/acknowledge`,
  answer: (reference: string) => `/alerts/${reference}/answer`,
  decide: (reference: string) => `/alerts/${reference}/decide`,
};
