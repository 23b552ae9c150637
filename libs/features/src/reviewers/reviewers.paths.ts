/** Addresses of what the council keeps about its own people, time and words. */
export const reviewersPaths = {
  interests: '/council/interests',
  myInterests: '/council/interests/mine',
  declareInterest: '/council/interests/declare',
  endInterest: (id: string) => `/council/interests/${id}/end`,
  absences: '/council/absences',
  newAbsence: '/council/absences/new',
  spread: (id: string) => `/council/absences/${id}/spread`,
  spreadDone: (id: string) => `/council/absences/${id}/spread/done`,
  cancelAbsence: (id: string) => `/council/absences/${id}/cancel`,
  workload: '/reviews/workload',
  workloadCsv: '/reviews/workload.csv',
  templates: '/council/reason-templates',
  newTemplate: '/council/reason-templates/new',
  template: (id: string) => `/council/reason-templates/${id}`,
  editTemplate: (id: string) => `/council/reason-templates/${id}/edit`,
  retireTemplate: (id: string) => `/council/reason-templates/${id}/retire`,
};
