export const dataGapsPaths = {
  list: '/data-gaps',
  csv: '/data-gaps.csv',
  show: (reference: string) => `/data-gaps/${reference}`,
  edit: (reference: string) => `/data-gaps/${reference}/edit`,
  plan: (reference: string) => `/data-gaps/${reference}/plan`,
  decide: (reference: string) => `/data-gaps/${reference}/decide`,
};
