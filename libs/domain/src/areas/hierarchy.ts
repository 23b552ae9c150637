import { isCombinedAuthority, isSmallArea, isTerritorialLevel } from './area-kind.js';

/** Trees of areas that do not nest in one another. */
export const HIERARCHIES = {
  administrative: 'Councils, regions and nations',
  'combined-authority': 'Combined authorities',
  itl: 'International territorial levels',
  countries: 'Countries together',
  'small-areas': 'Parishes, wards and constituencies',
} as const;

export type Hierarchy = keyof typeof HIERARCHIES;

export const HIERARCHY_NAMES = Object.keys(HIERARCHIES) as Hierarchy[];

/** The tree that a link belongs to, by its two codes. */
export function hierarchyOf(area: string, parent: string): Hierarchy {
  if (isTerritorialLevel(area) || isTerritorialLevel(parent)) return 'itl';
  if (isSmallArea(area)) return 'small-areas';
  if (isCombinedAuthority(area) || isCombinedAuthority(parent)) return 'combined-authority';
  return /^K0[34]/.test(area) || /^K0[34]/.test(parent) ? 'countries' : 'administrative';
}
