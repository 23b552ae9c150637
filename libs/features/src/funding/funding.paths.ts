import { csvwPath } from '#platform/csv/csvw.js';

const awardsCsv = (slug: string): string => `/funding/${slug}/awards.csv`;

export const fundingPaths = {
  list: '/funding',
  fund: (slug: string) => `/funding/${slug}`,
  awardsCsv,
  awardsMetadata: (slug: string) => csvwPath(awardsCsv(slug)),
};
