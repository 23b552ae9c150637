import { type DeliveryRating, isConflict } from '#domain/judgements/delivery-rating.js';
import { judgeMission, type MissionJudgement, type TargetOfMission } from '#domain/judgements/mission-verdict.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type OpenParts } from '#domain/mission-quality/open-parts.js';
import { type JudgementMethod } from '#domain/judgements/computed-judgement.js';
import { type ReviewInForce } from '#features/mission-quality/published-reviews.queries.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type Judgement } from './judgement.entity.js';
import { componentsOf, type StoredComponents, verdictOf } from './stored-judgement.js';

/** The computed judgement that stands for a target. */
export interface ComputedStanding {
  id: string;
  verdict: Verdict;
  /** The word that the mission ranks it by. */
  countsAs: Verdict;
  /** One sentence of plain English. */
  sentence: string;
  /** Further remarks, one sentence each. */
  reasons: readonly string[];
  method: JudgementMethod;
  methodVersion: string;
  components: StoredComponents;
  /** Keys of the cells used. */
  inputs: readonly string[];
  releaseIds: readonly number[];
  cause: string;
  givenAt: Date;
  asOf: string;
}

export interface TargetStanding {
  targetId: string;
  slug: string;
  title: string;
  role: 'headline' | 'supporting';
  /** Null before the first judging. */
  computed: ComputedStanding | null;
}

export interface DepartmentStanding {
  id: string;
  rating: DeliveryRating;
  sentence: string;
  organisation: string;
  /** Reference of the return that it comes from. */
  submissionReference: string;
  /** Set where the council has not accepted that return: it is published unresolved. */
  unresolved?: boolean;
  givenAt: Date;
  asOf: string;
}

export interface CouncilStanding {
  id: string;
  verdict: Verdict;
  sentence: string;
  givenByName: string;
  /** The decision of the council that it rests on; absent where a member gave it for the council. */
  decision?: { reference: string; title: string };
  givenAt: Date;
  asOf: string;
}

/** How a mission stands: three judgements side by side, never merged. */
export interface MissionStanding {
  missionId: string;
  frameworkId: string;
  frameworkSlug: string;
  frameworkTitle: string;
  slug: string;
  number: number;
  focusArea: string;
  /** By the targets' computed judgements; null before the first judging. */
  computed: (MissionJudgement & { asOf: string }) | null;
  department: DepartmentStanding | null;
  council: CouncilStanding | null;
  /** The department's rating and the figures are two steps apart. */
  conflict: boolean;
  targets: TargetStanding[];
  /** The computed word of a year ago; absent where nothing had been judged then. */
  lastYear?: Verdict;
  /** The version of the review of its quality that holds. */
  review: ReviewInForce | null;
}

/**
 * @param standings the word of each target by its id; a target without one counts as *no data*
 * @param open what its text leaves open on the day, by the register of terms and clauses that held then
 */
export function computedMission(
  mission: Pick<Mission, 'targets'>,
  standings: ReadonlyMap<string, { verdict: Verdict; countsAs: Verdict }>,
  open: OpenParts,
  lastYear?: Verdict,
): MissionJudgement {
  const targets: TargetOfMission[] = mission.targets.map((target) => ({
    slug: target.slug,
    title: target.title,
    role: target.role,
    ...(standings.get(target.id) ?? { verdict: 'no-data' as const }),
  }));
  return judgeMission({
    targets,
    ...open,
    ...(lastYear ? { lastYear } : {}),
  });
}

export interface StandingParts {
  latest: ReadonlyMap<string, Judgement>;
  yearAgo: ReadonlyMap<string, Judgement>;
  department: DepartmentStanding | null;
  council: CouncilStanding | null;
  /** What the mission's text leaves open, on the day and a year before. */
  open: OpenParts;
  openYearAgo: OpenParts;
  review: ReviewInForce | null;
}

/** @param mission with its framework and targets */
export function missionStanding(mission: Mission, { latest, yearAgo, department, council, open, openYearAgo, review }: StandingParts): MissionStanding {
  const targets = mission.targets
    .toSorted((a, b) => a.position - b.position)
    .map((target) => ({
      targetId: target.id,
      slug: target.slug,
      title: target.title,
      role: target.role,
      computed: computedStanding(latest.get(target.id)),
    }));
  const asOf = targets.map(({ computed }) => computed?.asOf ?? '').sort().at(-1);
  const then = mission.targets.some(({ id }) => yearAgo.has(id)) ? computedMission(mission, wordsOf(yearAgo), openYearAgo).verdict : undefined;
  const computed = asOf ? { ...computedMission(mission, wordsOf(latest), open, then), asOf } : null;
  return {
    missionId: mission.id,
    frameworkId: mission.frameworkId,
    frameworkSlug: mission.framework.slug,
    frameworkTitle: mission.framework.title,
    slug: mission.slug,
    number: mission.number,
    focusArea: mission.focusArea,
    computed,
    department,
    council,
    conflict: computed !== null && department !== null && isConflict(computed.verdict, department.rating),
    targets,
    ...(then ? { lastYear: then } : {}),
    review,
  };
}

export function computedStanding(row: Judgement | undefined): ComputedStanding | null {
  if (!row) return null;
  const components = componentsOf(row);
  return {
    id: row.id,
    ...wordOf(row),
    sentence: row.sentence,
    reasons: components.reasons,
    method: (row.method ?? 'none') as JudgementMethod,
    methodVersion: row.methodVersion ?? '',
    components,
    inputs: row.inputs,
    releaseIds: row.releaseIds,
    cause: row.cause,
    givenAt: row.givenAt,
    asOf: row.asOf,
  };
}

export function wordsOf(rows: ReadonlyMap<string, Judgement>): Map<string, { verdict: Verdict; countsAs: Verdict }> {
  return new Map([...rows].map(([id, row]) => [id, wordOf(row)]));
}

function wordOf(row: Judgement): { verdict: Verdict; countsAs: Verdict } {
  const verdict = verdictOf(row);
  return { verdict, countsAs: row.countsAs ?? verdict };
}
