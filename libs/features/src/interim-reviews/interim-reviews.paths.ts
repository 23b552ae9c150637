export const interimReviewsPaths = {
  list: '/interim-reviews',
  show: (reference: string) => `/interim-reviews/${reference}`,
  answer: (reference: string) => `/interim-reviews/${reference}/answer`,
  effects: (reference: string) => `/interim-reviews/${reference}/effects`,
  decide: (reference: string) => `/interim-reviews/${reference}/decide`,
  reset: (reference: string, target: string) => `/interim-reviews/${reference}/targets/${target}/reset`,
  replace: (reference: string, target: string) => `/interim-reviews/${reference}/targets/${target}/replace`,
};
