import { csvwPath } from '#platform/csv/csvw.js';

const csv = (slug: string): string => `/figures/${slug}/map.csv`;

export const mapsPaths = {
  map: (slug: string) => `/figures/${slug}/map`,
  picture: (slug: string) => `/figures/${slug}/map.svg`,
  csv,
  metadata: (slug: string) => csvwPath(csv(slug)),
};

/** The map as the page of a metric has it: a picture with words, and the way to its table. */
export function mapOnPage({ slug, name }: { slug: string; name: string }): { src: string; alt: string; href: string; text: string } {
  return { src: mapsPaths.picture(slug), alt: `Map of the latest figures by place: ${name}. The same figures stand in the table of the map’s own page.`, href: mapsPaths.map(slug), text: 'The map with its key and its table' };
}
