export const reportsPaths = {
  list: '/reports',
  create: '/reports/new',
  show: (reference: string) => `/reports/${reference}`,
  assemble: (reference: string) => `/reports/${reference}/assemble`,
  /** @param key slug of the mission, or `introduction` */
  text: (reference: string, key: string) => `/reports/${reference}/texts/${key}`,
  versions: (reference: string, key: string) => `/reports/${reference}/texts/${key}/versions`,
  warning: (reference: string, key: string) => `/reports/${reference}/warnings/${key}`,
  openWindow: (reference: string) => `/reports/${reference}/fact-check`,
  revise: (reference: string) => `/reports/${reference}/revise`,
  schedule: (reference: string) => `/reports/${reference}/schedule`,
  recall: (reference: string) => `/reports/${reference}/recall`,
  correct: (reference: string) => `/reports/${reference}/correct`,
  recommend: (reference: string) => `/reports/${reference}/recommendations/add`,
  unrecommend: (reference: string, id: string) => `/reports/${reference}/recommendations/${id}/remove`,
  drop: (reference: string) => `/reports/${reference}/drop`,
  dropCorrection: (reference: string) => `/reports/${reference}/drop-correction`,
  dates: (reference: string) => `/reports/${reference}/dates`,
  edition: (reference: string, number: number | string) => `/reports/${reference}/editions/${number}`,
  json: (reference: string, number: number | string) => `/reports/${reference}/editions/${number}/report.json`,
  checksum: (reference: string, number: number | string) => `/reports/${reference}/editions/${number}/report.json.sha256`,
  csv: (reference: string, number: number | string) => `/reports/${reference}/editions/${number}/report.csv`,
  pdf: (reference: string, number: number | string) => `/reports/${reference}/editions/${number}/report.pdf`,
  beside: (reference: string, number: number | string) => `/reports/${reference}/editions/${number}/beside`,
  factChecks: '/fact-checks',
  factCheck: (id: string) => `/fact-checks/${id}`,
  sendReply: (id: string) => `/fact-checks/${id}/send`,
};

/** How an address calls the introduction; a mission's section is called by the mission's slug. */
export const INTRODUCTION_SLUG = 'introduction';
