import type { SubmissionSection } from '#domain/submissions/submission-status.js';

/** What the department will do for one mission in the plan's year. */
export interface PlannedContribution {
  /** Slug of the mission. */
  mission: string;
  contribution: string;
  policies: string;
  /** Planned money in £ million; null where none is planned or known. */
  moneyMillions: number | null;
}

/** What the department writes. Line breaks are `\n`. */
export interface DeliveryPlanAnswers {
  summary: string;
  contributions: PlannedContribution[];
}

/** A mission as a plan names it. */
export interface PlannedMission {
  slug: string;
  number: number;
  focusArea: string;
  /** `led` needs a contribution; `contributing` may have one. */
  part: 'led' | 'contributing';
}

/** A whole plan, as the SRO signs it: the answers and the missions that the department has a part in. */
export interface DeliveryPlanContent extends DeliveryPlanAnswers {
  missions: PlannedMission[];
}

/** The parts of a plan that can be sent back. */
export const DELIVERY_PLAN_SECTIONS = [
  { key: 'summary', title: 'Summary' },
  { key: 'contributions', title: 'Contributions, policies and money' },
] as const satisfies readonly SubmissionSection[];

export type DeliveryPlanSection = (typeof DELIVERY_PLAN_SECTIONS)[number]['key'];

/** Most that one line may plan, £ million: more than the whole of public spending is a slip of the pen. */
export const MOST_MONEY_MILLIONS = 1_000_000;

/** The plan's money over all missions, £ million; undefined where no line names any. */
export function totalMoney(contributions: readonly PlannedContribution[]): number | undefined {
  const sums = contributions.flatMap(({ moneyMillions }) => (moneyMillions === null ? [] : [moneyMillions]));
  // Added in whole thousands of pounds, so that 0.1 and 0.2 are 0.3.
  return sums.length === 0 ? undefined : sums.reduce((total, money) => total + Math.round(money * 1000), 0) / 1000;
}

/** The department's line for a mission, empty where it has written none. */
export function contributionTo(contributions: readonly PlannedContribution[], mission: string): PlannedContribution {
  return contributions.find((line) => line.mission === mission) ?? { mission, contribution: '', policies: '', moneyMillions: null };
}

/** Has the department said anything for this mission? */
export function isPlanned({ contribution, policies, moneyMillions }: PlannedContribution): boolean {
  return contribution.trim() !== '' || policies.trim() !== '' || moneyMillions !== null;
}
