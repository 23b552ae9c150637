import { type DeliveryPlanAnswers, type DeliveryPlanContent, missionTitle, NO_PLAN_ANSWERS, type PlannedMission } from './delivery-plan-content.js';

/** Where the copied words were delivered. */
export interface CopySource {
  reference: string;
  coversLabel: string;
  version: number;
}

/**
 * The answers that a new year's plan begins with: all of last year's but for the missions that the department has no part in
 * any more, which are named. Ids stay, so that what is unchanged is known as such; stated totals stay, for the department to state anew.
 */
export function copiedPlan(last: DeliveryPlanContent, missions: readonly PlannedMission[], source: CopySource): DeliveryPlanAnswers {
  const stays = ({ mission }: { mission: string | null }): boolean => mission === null || missions.some(({ slug }) => slug === mission);
  const policies = last.policies.filter(stays);
  return {
    ...NO_PLAN_ANSWERS,
    summary: last.summary,
    contributions: last.contributions.filter(stays).map((line) => (line.clauses ? { ...line, clauses: knownClauses({ ...line, clauses: line.clauses }, missions) } : line)),
    outcomes: last.outcomes,
    metrics: last.metrics.filter(stays),
    policies: policies.map((policy) => ({ ...policy, clauses: knownClauses(policy, missions) })),
    milestones: last.milestones.filter(({ policy }) => policies.some(({ id }) => id === policy)),
    programmes: last.programmes.filter(stays),
    funding: last.funding.filter(stays),
    staffing: last.staffing.filter(stays),
    dependencies: last.dependencies.filter(stays),
    statedMoneyMillions: last.statedMoneyMillions,
    statedStaff: last.statedStaff,
    copiedFrom: { ...source, leftOut: leftOut(last, missions).map((slug) => missionTitle(last.missions, slug)) },
  };
}

/** Slugs of the missions of the last plan that the department has no part in any more, in the last plan's order. */
export function leftOut(last: DeliveryPlanContent, missions: readonly PlannedMission[]): string[] {
  return last.missions.map(({ slug }) => slug).filter((slug) => !missions.some((mission) => mission.slug === slug));
}

/** A mission's text can change over the year: a clause that is there no more is served by nobody. */
function knownClauses({ mission, clauses }: { mission: string; clauses: string[] }, missions: readonly PlannedMission[]): string[] {
  const known = missions.find(({ slug }) => slug === mission)?.clauses ?? [];
  return clauses.filter((key) => known.some((clause) => clause.key === key));
}
