import { csvwPath } from '#platform/csv/csvw.js';

const placeCsv = (code: string): string => `/places/${code}/money.csv`;
const grants = '/funding/grants-of-councils';
const grantsCsv = `${grants}.csv`;
const changesCsv = (slug: string): string => `/funding/${slug}/changes.csv`;
const awardsCsv = (slug: string): string => `/funding/${slug}/awards.csv`;

export const fundingPaths = {
  list: '/funding',
  fund: (slug: string) => `/funding/${slug}`,
  awardsCsv,
  placeCsv,
  placeMetadata: (code: string) => csvwPath(placeCsv(code)),
  grants,
  grantsCsv,
  grantsMetadata: csvwPath(grantsCsv),
  /** How places have changed that got some, beside those that got none. */
  changes: (slug: string) => `/funding/${slug}#places`,
  changesCsv,
  changesMetadata: (slug: string) => csvwPath(changesCsv(slug)),
  awardsMetadata: (slug: string) => csvwPath(awardsCsv(slug)),
};
