import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type MissionLead } from '#features/missions/mission-lead.entity.js';

/** A mission of a framework, and what is known of it on the day of the page. */
export interface MissionLine {
  mission: Mission;
  lead: MissionLead | null;
  standing: MissionStanding | undefined;
  openAlerts: number;
  overdueReturns: number;
  /** How late the last return came; undefined where it came in time. */
  cameLate: string | undefined;
  /** Was its framework set out less than a year ago? */
  isNew: boolean;
}
