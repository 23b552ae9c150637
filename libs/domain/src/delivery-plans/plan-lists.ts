/** A line of a plan has an id that stays over saves, deliveries and years: a short key without meaning. */
interface PlanLineBase {
  id: string;
}

/** What the department wants to be different for people at the end of the year. */
export interface PriorityOutcome extends PlanLineBase {
  title: string;
  description: string;
}

/** A measure by which the department follows its own plan. */
export interface PlanMetric extends PlanLineBase {
  /** Slug in the catalogue; null for a measure of the department's own. */
  metric: string | null;
  /** As people read it. */
  name: string;
  /** Slug of the mission; '' until chosen. */
  mission: string;
  /** What is aimed at: "70% by March 2027". */
  aim: string;
  /** Also a metric of the spending review. */
  spendingReview: boolean;
}

export interface PlanPolicy extends PlanLineBase {
  title: string;
  mission: string;
  /** Who answers for it, by name and by job. */
  owner: string;
  ownerJob: string;
  /** ISO dates; '' until given. */
  startsOn: string;
  endsOn: string;
  /** Keys of the clauses of the mission's text that it serves. */
  clauses: string[];
}

/** A dated step of a policy. */
export interface PlanMilestone extends PlanLineBase {
  /** Id of the policy. */
  policy: string;
  title: string;
  /** ISO date; '' until given. */
  dueOn: string;
}

/** What contributes beside the department's own policies. */
export const PROGRAMME_KINDS = {
  programme: 'Programme',
  'innovation-accelerator': 'Innovation accelerator',
  'private-commitment': 'Private commitment',
  'civil-society-commitment': 'Civil-society commitment',
} as const;

export type ProgrammeKind = keyof typeof PROGRAMME_KINDS;

export interface PlanProgramme extends PlanLineBase {
  kind: ProgrammeKind | '';
  /** Who runs or has pledged it. */
  who: string;
  title: string;
  mission: string;
  /** £ million; null where none is pledged or known. */
  moneyMillions: number | null;
  /** What happens if it does not come. */
  otherwise: string;
}

export const FUNDING_KINDS = { resource: 'Resource', capital: 'Capital' } as const;

export type FundingKind = keyof typeof FUNDING_KINDS;

export interface FundingLine extends PlanLineBase {
  title: string;
  kind: FundingKind | '';
  /** Slug of the mission; null for money that is for no single one. */
  mission: string | null;
  /** £ million, in whole thousands of pounds. */
  moneyMillions: number | null;
  /** The fund or budget that it comes from. */
  source: string;
}

export interface StaffingLine extends PlanLineBase {
  team: string;
  mission: string | null;
  /** Full-time equivalents, to a thousandth. */
  staff: number | null;
}

/** What this department counts on another for. */
export interface PlanDependency extends PlanLineBase {
  /** Slug of the other department; '' until chosen. */
  department: string;
  departmentName: string;
  mission: string | null;
  what: string;
  /** ISO date; '' until given. */
  neededBy: string;
}

/** Everything that a plan lists, by list. */
export interface PlanLists {
  outcomes: PriorityOutcome[];
  metrics: PlanMetric[];
  policies: PlanPolicy[];
  milestones: PlanMilestone[];
  programmes: PlanProgramme[];
  funding: FundingLine[];
  staffing: StaffingLine[];
  dependencies: PlanDependency[];
}

export type PlanList = keyof PlanLists;

/** A line of a list. */
export type PlanLine<List extends PlanList = PlanList> = PlanLists[List][number];

/** The lists in the order of a plan. */
export const PLAN_LISTS = ['outcomes', 'metrics', 'policies', 'milestones', 'programmes', 'funding', 'staffing', 'dependencies'] as const satisfies readonly PlanList[];

/** Most lines of one list: more is a slip of a machine. */
export const MOST_LINES = 200;

/** Most characters of a name or a title. */
export const LONGEST_TITLE = 300;

export const NO_LISTS: PlanLists = { outcomes: [], metrics: [], policies: [], milestones: [], programmes: [], funding: [], staffing: [], dependencies: [] };

/** Name of a line as people read it. */
export function titleOfLine(list: PlanList, line: PlanLine): string {
  if (list === 'metrics') return (line as PlanMetric).name;
  if (list === 'staffing') return (line as StaffingLine).team;
  if (list === 'dependencies') return (line as PlanDependency).departmentName;
  return (line as PlanPolicy).title;
}
