export const consultationsPaths = {
  list: '/consultations',
  create: '/consultations/new',
  show: (reference: string) => `/consultations/${reference}`,
  reply: (reference: string) => `/consultations/${reference}/reply`,
  send: (reference: string) => `/consultations/${reference}/reply/send`,
  takeBack: (reference: string) => `/consultations/${reference}/reply/take-back`,
  respond: (reference: string) => `/consultations/${reference}/respond`,
  withdraw: (reference: string) => `/consultations/${reference}/withdraw`,
};
