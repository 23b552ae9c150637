import type { AttachedFile } from '#domain/attachments/attached-file.js';
import type { SubmissionSection } from '#domain/submissions/submission-status.js';
import { NO_LISTS, type PlanList, type PlanLists } from './plan-lists.js';
import type { PlanMark } from './plan-mark.js';
import { sumOf } from './plan-sums.js';

/** What the department will do for one mission in the plan's year. */
export interface PlannedContribution {
  /** Slug of the mission. */
  mission: string;
  contribution: string;
  policies: string;
  /** Planned money in £ million; null where none is planned or known. */
  moneyMillions: number | null;
  /** Keys of the clauses of the mission's text that it serves; absent where nobody was asked yet. */
  clauses?: string[];
}

/** What the department writes. Line breaks are `\n`. */
export interface DeliveryPlanAnswers extends PlanLists {
  summary: string;
  contributions: PlannedContribution[];
  /** All money of the plan as the department states it, £ million; null until stated. */
  statedMoneyMillions: number | null;
  /** All staff as the department states it, full-time equivalents; null until stated. */
  statedStaff: number | null;
  /** The plan that this one was begun with; null where it was begun empty. */
  copiedFrom: CopiedFrom | null;
}

/** Where the words of a plan come from, and whose missions were left behind. */
export interface CopiedFrom {
  reference: string;
  coversLabel: string;
  version: number;
  /** "Mission 7: Health" of each that the department no longer has a part in. */
  leftOut: string[];
}

/** A part of a mission's text. */
export interface PlannedClause {
  key: string;
  text: string;
}

/** A mission as a plan names it. */
export interface PlannedMission {
  slug: string;
  number: number;
  focusArea: string;
  /** `led` needs a contribution; `contributing` may have one. */
  part: 'led' | 'contributing';
  /** The clauses of its text on the day; absent in versions of before a plan could name them. */
  clauses?: PlannedClause[];
}

/** How the plan compares with the department's last one. */
export interface SinceLastYear {
  reference: string;
  coversLabel: string;
  version: number;
  /** By the key of each line's text: `policies.k3d9`. */
  marks: Record<string, PlanMark>;
  /** Titles of what was in the last plan and is in this one no more. */
  gone: string[];
}

/** A whole plan, as the SRO signs it: the answers, the missions that the department has a part in, the files, and what is new in it. */
export interface DeliveryPlanContent extends DeliveryPlanAnswers {
  missions: PlannedMission[];
  attachments: AttachedFile[];
  /** Null for a department's first plan. */
  sinceLastYear: SinceLastYear | null;
}

/** Answers of a plan that nobody has written on. */
export const NO_PLAN_ANSWERS: DeliveryPlanAnswers = { summary: '', contributions: [], ...NO_LISTS, statedMoneyMillions: null, statedStaff: null, copiedFrom: null };

/** A version as it was stored, whatever it could hold when it was signed: what did not exist then is empty. */
export function readDeliveryPlan(stored: Partial<DeliveryPlanContent>): DeliveryPlanContent {
  return { ...NO_PLAN_ANSWERS, missions: [], attachments: [], sinceLastYear: null, ...stored };
}

/** The parts of a plan, in the order of its task list; each can be sent back. */
export const DELIVERY_PLAN_SECTIONS = [
  { key: 'summary', title: 'Summary' },
  { key: 'outcomes', title: 'Priority outcomes' },
  { key: 'contributions', title: 'Contributions, policies and money' },
  { key: 'metrics', title: 'Metrics' },
  { key: 'policies', title: 'Policies and milestones' },
  { key: 'programmes', title: 'Programmes and outside pledges' },
  { key: 'funding', title: 'Funding' },
  { key: 'staffing', title: 'Staffing' },
  { key: 'dependencies', title: 'Dependencies on other departments' },
  { key: 'attachments', title: 'Attachments' },
] as const satisfies readonly SubmissionSection[];

export type DeliveryPlanSection = (typeof DELIVERY_PLAN_SECTIONS)[number]['key'];

/** The section that a list stands in. */
export function sectionOfList(list: PlanList): DeliveryPlanSection {
  return list === 'milestones' ? 'policies' : list;
}

/** Most that one line may plan, £ million: more than the whole of public spending is a slip of the pen. */
export const MOST_MONEY_MILLIONS = 1_000_000;

/** Most full-time equivalents of one line: more than the whole civil service is a slip of the pen. */
export const MOST_STAFF = 1_000_000;

/** The plan's money over all missions, £ million; undefined where no line names any. */
export function totalMoney(contributions: readonly PlannedContribution[]): number | undefined {
  return sumOf(contributions.map(({ moneyMillions }) => moneyMillions));
}

/** The department's line for a mission, empty where it has written none. */
export function contributionTo(contributions: readonly PlannedContribution[], mission: string): PlannedContribution {
  return contributions.find((line) => line.mission === mission) ?? { mission, contribution: '', policies: '', moneyMillions: null, clauses: [] };
}

/** Has the department said anything for this mission? */
export function isPlanned({ contribution, policies, moneyMillions }: PlannedContribution): boolean {
  return contribution.trim() !== '' || policies.trim() !== '' || moneyMillions !== null;
}

/** Has anybody written anything at all? */
export function isEmptyPlan({ summary, contributions, ...rest }: DeliveryPlanAnswers): boolean {
  const lists = Object.keys(NO_LISTS) as PlanList[];
  const stated = rest.statedMoneyMillions !== null || rest.statedStaff !== null;
  return summary.trim() === '' && !contributions.some(isPlanned) && lists.every((list) => rest[list].length === 0) && !stated;
}

/** "Mission 7: Health"; the slug where the plan does not know the mission. */
export function missionTitle(missions: readonly PlannedMission[], slug: string): string {
  const mission = missions.find((candidate) => candidate.slug === slug);
  return mission ? `Mission ${mission.number}: ${mission.focusArea}` : slug;
}
