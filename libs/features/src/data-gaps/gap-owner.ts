import { leadOn } from '#features/missions/lead-on.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { type DataGap } from './data-gap.entity.js';

/**
 * Whose gap it is: the organisation that somebody has set, else the department that leads the mission on that day; null in a
 * vacancy.
 * @param gap with its owner, and its mission's leads and their organisations
 */
export function ownerOfGap(gap: Pick<DataGap, 'owner' | 'mission'>, today: string): Organisation | null {
  return gap.owner ?? leadOn(gap.mission, today)?.organisation ?? null;
}
