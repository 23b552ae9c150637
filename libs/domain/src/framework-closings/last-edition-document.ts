import { type MissionFacts } from '#domain/reports/mission-facts.js';
import { type MissionOutcome } from './mission-outcome.js';
import { type UnansweredThing } from './unanswered-thing.js';

export const LAST_EDITION_SCHEMA = 'waymark-last-edition/1';

/** What became of a mission, and what nobody has answered of it. */
export interface ClosedMission extends MissionFacts {
  /** Null where the mission came after the announcement and nobody has said. */
  outcome: MissionOutcome | null;
  reason: string | null;
  carriedOnIn: { framework: string; mission: string; title: string } | null;
  unanswered: UnansweredThing[];
}

/** A framework as it stood when it was closed: frozen, and the very content that the checksum is over. Dates are ISO dates. */
export interface LastEditionDocument {
  schema: typeof LAST_EDITION_SCHEMA;
  framework: { slug: string; title: string; summary: string; source: string; publishedOn: string; startsOn: string; endsOn: string };
  duty: { owedBy: string; basis: string } | null;
  /** The day for which the closing was announced. */
  closesOn: string;
  /** Instant, ISO. */
  closedAt: string;
  announcedAt: string;
  announcedBy: string;
  reason: string;
  decision: { reference: string; title: string };
  audit: { position: number; head: string };
  missions: ClosedMission[];
  /** Unanswered of the framework as a whole: plans of departments, reports. */
  unanswered: UnansweredThing[];
  licence: string;
  attribution: string;
}

/** All that is printed as unanswered, the framework's own after its missions'. */
export function unansweredCount({ missions, unanswered }: Pick<LastEditionDocument, 'missions' | 'unanswered'>): number {
  return missions.reduce((sum, mission) => sum + mission.unanswered.length, unanswered.length);
}
