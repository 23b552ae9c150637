export const proposalsPaths = {
  list: '/proposals',
  submit: '/proposals/new',
  show: (reference: string) => `/proposals/${reference}`,
  acknowledge: (reference: string) => `/proposals/${reference}/acknowledge`,
  takeUp: (reference: string) => `/proposals/${reference}/take-up`,
  answer: (reference: string) => `/proposals/${reference}/answer`,
  withdraw: (reference: string) => `/proposals/${reference}/withdraw`,
};
