import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { systemActor } from '#domain/access/permissions.js';
import { type MissionFacts, type TargetFacts } from '#domain/reports/mission-facts.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { computedMission, computedStanding, type ComputedStanding } from '#features/judgements/mission-standing.js';
import { ReviewedMissions } from '#features/mission-quality/published-reviews.queries.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type Target } from '#features/missions/target.entity.js';
import { endOfLondonDay } from '#platform/clock/clock.js';
import { changedTargets, deliveryFacts, plannedFacts, removedFacts, stepFacts } from './delivery-facts.js';
import { MissionHistoryQueries } from './mission-history.queries.js';
import { type AcceptedRow, ReportRecordsQueries } from './report-records.queries.js';

/** The days that a report is assembled by. ISO dates */
export interface AssemblyDays {
  from: string;
  to: string;
  asOf: string;
}

/** Assembles what a report says of each mission, as it stood at the end of a day. Twelve missions take thirteen statements. */
@Injectable()
export class ReportAssemblyQueries {
  constructor(
    private readonly records: ReportRecordsQueries,
    private readonly history: MissionHistoryQueries,
    private readonly judgements: JudgementsService,
  ) {}

  /** By the mission's id. */
  async factsOf(manager: EntityManager, frameworkId: string, days: AssemblyDays): Promise<Map<string, MissionFacts>> {
    const missions = await manager.find(Mission, { where: { frameworkId }, relations: { framework: true, targets: { metric: true }, leads: { organisation: true } }, order: { number: 'ASC' } });
    const ids = missions.map(({ id }) => id);
    const until = endOfLondonDay(days.asOf);
    const latest = await this.standingsOn(manager, missions, days.asOf);
    const reviewed = await ReviewedMissions.of(manager, ids);
    const given = await this.records.given(manager, ids, until);
    const accepted = await this.records.accepted(manager, frameworkId, { ...days, until });
    const overdue = await this.records.overdue(manager, ids, { asOf: days.asOf, until });
    const alerts = await this.records.alerts(manager, ids, until);
    const gaps = await this.records.dataGaps(manager, ids, until);
    const consultations = await this.records.consultations(manager, ids, days);
    const since = { ...days, until };
    const vacancies = await this.history.vacancies(manager, ids, since);
    const wording = await this.history.wording(manager, ids, since);
    const resets = await this.history.resets(manager, ids, since);
    const interimReviews = await this.history.interimReviews(manager, ids, since);
    return new Map(
      missions.map((mission) => {
        const returns = accepted.filter(({ kind, mission_id }) => kind === 'evidence-return' && mission_id === mission.id);
        const computed = mission.targets.some(({ id }) => latest.has(id)) ? computedMission(mission, latest, reviewed.openPartsOf(mission, days.asOf)) : null;
        return [mission.id, {
          number: mission.number, slug: mission.slug, focusArea: mission.focusArea, statement: mission.statement, scope: mission.scope,
          lead: leadOn(mission, days.asOf)?.organisation.name ?? null,
          computed: computed && { verdict: computed.verdict, sentence: computed.sentence },
          ...wordsGiven(given, mission.id),
          targets: mission.targets.toSorted((one, other) => one.position - other.position).map((target) => targetFacts(target, latest)),
          done: returns.map(deliveryFacts),
          planned: [...plansFor(accepted, mission.slug), ...returns.flatMap(plannedFacts)],
          dropped: [...changedTargets(mission.targets), ...removedFromPlans(accepted, mission.slug), ...returns.flatMap(stepFacts)],
          consultations: ofMission(consultations, mission.id), alerts: ofMission(alerts, mission.id), overdue: ofMission(overdue, mission.id), dataGaps: ofMission(gaps, mission.id),
          vacancies: ofMission(vacancies, mission.id), wording: ofMission(wording, mission.id), resets: ofMission(resets, mission.id), interimReviews: ofMission(interimReviews, mission.id),
        } satisfies MissionFacts];
      }),
    );
  }

  /** What stood on record for each target; where nothing did yet, what the figures published by then say by the stated method. */
  private async standingsOn(manager: EntityManager, missions: readonly Mission[], day: string): Promise<Map<string, ComputedStanding>> {
    const stored = await latestComputed(manager, missions.map(({ id }) => id), day);
    const standings = new Map<string, ComputedStanding>();
    for (const [id, judgement] of stored) {
      const one = computedStanding(judgement);
      if (one) standings.set(id, one);
    }
    if (missions.every(({ targets }) => targets.every(({ id }) => standings.has(id)))) return standings;
    for (const { targets } of await this.judgements.judge(systemActor('job', 'assemble-report'), day)) {
      for (const { targetId, computed } of targets) if (computed && !standings.has(targetId)) standings.set(targetId, computed);
    }
    return standings;
  }
}

/** The last computed judgement of each target that holds for the day or an earlier one. */
async function latestComputed(manager: EntityManager, missionIds: readonly string[], day: string): Promise<Map<string, Judgement>> {
  const rows = await manager
    .createQueryBuilder(Judgement, 'judgement')
    .distinctOn(['judgement.targetId'])
    .where(`judgement.kind = 'computed' AND judgement.missionId = ANY(:missionIds) AND judgement.asOf <= :day`, { missionIds, day })
    .orderBy('judgement.targetId')
    .addOrderBy('judgement.sequence', 'DESC')
    .getMany();
  return new Map(rows.flatMap((row) => (row.targetId ? [[row.targetId, row] as const] : [])));
}

function targetFacts({ id, slug, title, role }: Target, latest: ReadonlyMap<string, ComputedStanding>): TargetFacts {
  const one = latest.get(id);
  return { slug, title, role, verdict: one?.verdict ?? null, sentence: one?.sentence ?? null, method: one?.method ?? null, methodVersion: one?.methodVersion ?? null, judgedOn: one?.asOf ?? null };
}

function ofMission<Row>(rows: readonly { missionId: string; fact: Row }[], missionId: string): Row[] {
  return rows.flatMap((row) => (row.missionId === missionId ? [row.fact] : []));
}

function plansFor(accepted: readonly AcceptedRow[], slug: string): MissionFacts['planned'] {
  return accepted.flatMap((row) => (row.kind === 'delivery-plan' ? plannedFacts(row, slug) : []));
}

/** What plans with a part for the mission had in the year before and have no more. */
function removedFromPlans(accepted: readonly AcceptedRow[], slug: string): MissionFacts['dropped'] {
  return accepted.flatMap((row) => (row.kind === 'delivery-plan' ? removedFacts(row, slug) : []));
}

/** The last word of the department and of the council on a mission. */
function wordsGiven(given: Awaited<ReturnType<ReportRecordsQueries['given']>>, missionId: string): Pick<MissionFacts, 'department' | 'council'> {
  const department = given.find((row) => row.mission_id === missionId && row.kind === 'department');
  const council = given.find((row) => row.mission_id === missionId && row.kind === 'council');
  return {
    department: department
      ? { rating: department.rating as DeliveryRating, sentence: department.sentence, organisation: department.organisation ?? '', reference: department.reference ?? '', on: department.as_of }
      : null,
    council: council ? { verdict: council.verdict as Verdict, sentence: council.sentence, on: council.as_of } : null,
  };
}
