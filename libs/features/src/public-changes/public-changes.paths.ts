export const publicChangesPaths = {
  list: '/changes',
  /** @param month `2026-11` */
  month: (month: string) => `/changes/${month}`,
  csv: '/changes.csv',
  allFeed: '/feeds/all.atom',
  missionFeed: (framework: string, mission: string) => `/feeds/missions/${framework}/${mission}.atom`,
  departmentFeed: (slug: string) => `/feeds/departments/${slug}.atom`,
  placeFeed: (code: string) => `/feeds/places/${code}.atom`,
};

/** The list's address with what is asked for in it. */
export function changesHref(path: string, asked: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]): [string, string][] => (value === undefined || value === '' ? [] : [[name, value]])));
  return query.size > 0 ? `${path}?${query}` : path;
}
