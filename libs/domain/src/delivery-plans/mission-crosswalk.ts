import type { AttachedFile } from '#domain/attachments/attached-file.js';
import { contributionTo, type DeliveryPlanContent, isPlanned, type PlannedClause, type PlannedContribution } from './delivery-plan-content.js';
import { type DependencyAnswer, type DependencyStanding, dependencyStanding } from './dependency-answers.js';
import { milestonesOf } from './plan-line-texts.js';
import type { PlanDependency, PlanMetric, PlanMilestone, PlanPolicy, PlanProgramme } from './plan-lists.js';
import { sumOf } from './plan-sums.js';
import { claimedTwice, type MoneyClaim, type SameMoney } from './same-money.js';

/** A delivered plan as the crosswalk reads it. Dates are ISO dates. */
export interface CrosswalkPlan {
  reference: string;
  department: { slug: string; name: string };
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  standing: 'accepted' | 'published-unresolved' | 'delivered';
  content: DeliveryPlanContent;
  /** Answers to its dependencies, oldest first. */
  answers: DependencyAnswer[];
}

/** Planned money in £ million; undefined where none is named. */
export interface PlannedMoney {
  resource: number | undefined;
  capital: number | undefined;
  /** Named for the mission without a line that says of which kind. */
  unsplit: number | undefined;
  total: number | undefined;
}

/** What one department plans for the mission. */
export interface CrosswalkRow {
  plan: Omit<CrosswalkPlan, 'content' | 'answers'>;
  part: 'led' | 'contributing';
  contribution: PlannedContribution;
  policies: (PlanPolicy & { dated: PlanMilestone[] })[];
  programmes: PlanProgramme[];
  metrics: PlanMetric[];
  money: PlannedMoney;
  /** Full-time equivalents. */
  staff: number | undefined;
  dependencies: (PlanDependency & { standing: DependencyStanding })[];
  /** Files of the whole plan. */
  attachments: AttachedFile[];
}

export interface MissionCrosswalk {
  /** The newest plan of each department that has a part in the mission: who leads first, then by name. */
  rows: CrosswalkRow[];
  /** Over all departments. */
  total: PlannedMoney & { staff: number | undefined };
  /** Every plan's money, newest year first. */
  years: ({ coversLabel: string; department: string } & PlannedMoney)[];
  unplannedClauses: PlannedClause[];
  /** Slugs of headline metrics that no plan follows. */
  unplannedMetrics: string[];
  sameMoney: SameMoney[];
}

/** @param plans of all departments of the framework, each with the version that the reader may see */
export function missionCrosswalk(mission: { slug: string; clauses: readonly PlannedClause[]; headlineMetrics: readonly string[] }, plans: readonly CrosswalkPlan[]): MissionCrosswalk {
  const newest = newestOf(plans);
  const rows = newest.flatMap((plan) => rowOf(plan, mission.slug)).sort(leadFirst);
  const served = new Set(rows.flatMap(({ contribution, policies }) => [...(isPlanned(contribution) ? (contribution.clauses ?? []) : []), ...policies.flatMap(({ clauses }) => clauses)]));
  const followed = new Set(rows.flatMap(({ metrics }) => metrics.map(({ metric }) => metric)));
  return {
    rows,
    total: { ...addedUp(rows.map(({ money }) => money)), staff: sumOf(rows.map(({ staff }) => staff)) },
    years: plans
      .filter(({ content }) => content.missions.some(({ slug }) => slug === mission.slug))
      .map((plan) => ({ coversTo: plan.coversTo, coversLabel: plan.coversLabel, department: plan.department.name, ...moneyFor(plan.content, mission.slug) }))
      .sort((left, right) => (left.coversTo === right.coversTo ? compare(left.department, right.department) : compare(right.coversTo, left.coversTo)))
      .map(({ coversTo: _, ...year }) => year),
    unplannedClauses: mission.clauses.filter(({ key }) => !served.has(key)),
    unplannedMetrics: mission.headlineMetrics.filter((slug) => !followed.has(slug)),
    sameMoney: claimedTwice(newest.flatMap(claimsOf)).filter(({ claims }) => claims.some((claim) => claim.mission === mission.slug)),
  };
}

/** What a plan plans for a mission: its lines by kind where it has lines, else the sum that it names. */
export function moneyFor({ funding, contributions }: DeliveryPlanContent, mission: string): PlannedMoney {
  const lines = funding.filter((line) => line.mission === mission);
  const ofKind = (kind: string): number | undefined => sumOf(lines.filter((line) => line.kind === kind).map(({ moneyMillions }) => moneyMillions));
  const money = { resource: ofKind('resource'), capital: ofKind('capital'), unsplit: lines.length > 0 ? undefined : (contributionTo(contributions, mission).moneyMillions ?? undefined) };
  return { ...money, total: sumOf([money.resource, money.capital, money.unsplit]) };
}

function addedUp(money: readonly PlannedMoney[]): PlannedMoney {
  const of = (key: keyof PlannedMoney): number | undefined => sumOf(money.map((line) => line[key]));
  return { resource: of('resource'), capital: of('capital'), unsplit: of('unsplit'), total: of('total') };
}

function newestOf(plans: readonly CrosswalkPlan[]): CrosswalkPlan[] {
  const newest = new Map<string, CrosswalkPlan>();
  for (const plan of plans) {
    const known = newest.get(plan.department.slug);
    if (!known || known.coversTo < plan.coversTo) newest.set(plan.department.slug, plan);
  }
  return [...newest.values()];
}

function rowOf(whole: CrosswalkPlan, mission: string): CrosswalkRow[] {
  const { content, answers, ...plan } = whole;
  const named = content.missions.find(({ slug }) => slug === mission);
  if (!named) return [];
  const ofMission = (line: { mission: string | null }): boolean => line.mission === mission;
  return [
    {
      plan,
      part: named.part,
      contribution: contributionTo(content.contributions, mission),
      policies: content.policies.filter(ofMission).map((policy) => ({ ...policy, dated: milestonesOf(content, policy.id) })),
      programmes: content.programmes.filter(ofMission),
      metrics: content.metrics.filter(ofMission),
      money: moneyFor(content, mission),
      staff: sumOf(content.staffing.filter(ofMission).map(({ staff }) => staff)),
      dependencies: content.dependencies.filter(ofMission).map((line) => ({ ...line, standing: dependencyStanding(line, answers) })),
      attachments: content.attachments,
    },
  ];
}

function claimsOf({ reference, department, coversFrom, coversTo, content }: CrosswalkPlan): MoneyClaim[] {
  const plan = { plan: reference, department: department.name, coversFrom, coversTo };
  const lines = content.funding.map(({ mission, title, source, moneyMillions }) => ({ ...plan, mission, title, source, moneyMillions: moneyMillions ?? 0 }));
  const pledges = content.programmes.map(({ mission, title, moneyMillions }) => ({ ...plan, mission, title, source: '', moneyMillions: moneyMillions ?? 0 }));
  return [...lines, ...pledges];
}

function leadFirst(left: CrosswalkRow, right: CrosswalkRow): number {
  return left.part === right.part ? compare(left.plan.department.name, right.plan.department.name) : left.part === 'led' ? -1 : 1;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
