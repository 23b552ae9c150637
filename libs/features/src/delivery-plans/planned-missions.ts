import { type PlannedMission } from '#domain/delivery-plans/delivery-plan-content.js';
import { leadOn } from '#features/missions/lead-on.js';
import { type Mission } from '#features/missions/mission.entity.js';

type LedMission = Pick<Mission, 'slug' | 'number' | 'focusArea' | 'contributors' | 'leads'> & Partial<Pick<Mission, 'clauses'>>;

/**
 * The missions that a department has a part in on a day: first those that it leads, then those that it contributes to.
 * @param date ISO date
 */
export function plannedMissions(missions: readonly LedMission[], { id, slug }: { id: string; slug: string }, date: string): PlannedMission[] {
  const parts = missions.flatMap((mission): PlannedMission[] => {
    const named = { slug: mission.slug, number: mission.number, focusArea: mission.focusArea, clauses: (mission.clauses ?? []).map(({ key, text }) => ({ key, text })) };
    if (leadOn(mission, date)?.organisationId === id) return [{ ...named, part: 'led' }];
    return mission.contributors.includes(slug) ? [{ ...named, part: 'contributing' }] : [];
  });
  return parts.sort((left, right) => (left.part === right.part ? left.number - right.number : left.part === 'led' ? -1 : 1));
}
