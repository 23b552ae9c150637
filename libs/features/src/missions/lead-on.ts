import { type Mission } from './mission.entity.js';
import { type MissionLead } from './mission-lead.entity.js';

/** Who leads a mission on a day; a lead's end is the first day without it. @param date ISO date */
export function leadOn({ leads }: Pick<Mission, 'leads'>, date: string): MissionLead | null {
  return leads.find(({ from, to }) => from <= date && (to === null || date < to)) ?? null;
}
