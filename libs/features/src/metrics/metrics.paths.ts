import { pastDaysPaths } from '#features/past-days/past-days.paths.js';

/** Under `/figures`, for `/metrics` is where operators' tools look for the process's own measurements. */
export const metricsPaths = {
  list: '/figures',
  metric: (slug: string) => `/figures/${slug}`,
  observationsCsv: (slug: string) => `/figures/${slug}/observations.csv`,
  /** As they stood at the end of a day. @param day ISO date */
  pastObservationsCsv: (slug: string, day: string) => `${pastDaysPaths.page(`/figures/${slug}`, day)}.csv`,
  /** Asked with `?area=CODE`; sends on to the area's own address, by which the page is kept. */
  areas: (slug: string) => `/figures/${slug}/areas`,
  area: (slug: string, code: string) => `/figures/${slug}/areas/${code}`,
  /** The figures behind one verdict, by the judgement's id. */
  inputsCsv: (slug: string, judgement: string) => `/figures/${slug}/verdicts/${judgement}/inputs.csv`,
  catalogue: '/statistics/catalogue',
  catalogueMetric: (slug: string) => `/statistics/catalogue/${slug}`,
  catalogueCsv: '/statistics/catalogue.csv',
};
