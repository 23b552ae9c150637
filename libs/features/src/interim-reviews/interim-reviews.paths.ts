export const interimReviewsPaths = {
  list: '/interim-reviews',
  show: (reference: string) => `/interim-reviews/${reference}`,
  answer: (reference: string) => `/interim-reviews/${reference}/answer`,
  decide: (reference: string) => `/interim-reviews/${reference}/decide`,
  reset: (reference: string, target: string) => `/interim-reviews/${reference}/targets/${target}/reset`,
};
