export const alertsPaths = {
  list: '/alerts',
  listCsv: '/alerts.csv',
  departments: '/alerts/departments',
  departmentsCsv: '/alerts/departments.csv',
  show: (reference: string) => `/alerts/${reference}`,
  acknowledge: (reference: string) => `/alerts/${reference}/acknowledge`,
  query: (reference: string) => `/alerts/${reference}/query`,
  'ask-time': (reference: string) => `/alerts/${reference}/ask-time`,
  reply: (reference: string) => `/alerts/${reference}/reply`,
  answer: (reference: string) => `/alerts/${reference}/answer`,
  planSummary: (reference: string) => `/alerts/${reference}/answer/summary`,
  addAction: (reference: string) => `/alerts/${reference}/answer/actions/new`,
  /** @param number of the action, from 1 */
  action: (reference: string, number: string) => `/alerts/${reference}/answer/actions/${number}`,
  removeAction: (reference: string, number: string) => `/alerts/${reference}/answer/actions/${number}/remove`,
  publishPlan: (reference: string) => `/alerts/${reference}/answer/publish`,
  decide: (reference: string) => `/alerts/${reference}/decide`,
};
