/** Addresses of the council's review pages. */
export const reviewsPaths = {
  list: '/reviews',
  show: (id: string) => `/reviews/${id}`,
  claim: (id: string) => `/reviews/${id}/claim`,
  decide: (id: string) => `/reviews/${id}/decide`,
  check: (id: string) => `/reviews/${id}/decide/check`,
  decided: (id: string) => `/reviews/${id}/decided`,
  handBack: (id: string) => `/reviews/${id}/hand-back`,
};
