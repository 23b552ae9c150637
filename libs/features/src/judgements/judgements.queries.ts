import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type FindOperator } from 'typeorm';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { ReviewedMissions } from '#features/mission-quality/published-reviews.queries.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type PastDay } from '#features/past-days/past-day.js';
import { Clock } from '#platform/clock/clock.js';
import { Judgement, type JudgementKind } from './judgement.entity.js';
import {
  type ComputedStanding,
  computedStanding,
  type CouncilStanding,
  type DepartmentStanding,
  type MissionStanding,
  missionStanding,
} from './mission-standing.js';

interface GivenRow {
  id: string;
  mission_id: string;
  kind: JudgementKind;
  verdict: CouncilStanding['verdict'];
  rating: DepartmentStanding['rating'];
  sentence: string;
  cause: string;
  given_at: Date;
  as_of: string;
  given_by_name: string | null;
  organisation: string | null;
  reference: string | null;
  decision: string | null;
  decision_title: string | null;
}

/** A release's hour may have been moved after it was judged by. */
const GIVEN_BY_THEN = 'judgement.givenAt <= :until AND NOT EXISTS (SELECT FROM releases r WHERE r.id = ANY (judgement.releaseIds) AND r.published_at > :until)';

/** Reads of judgements. A mission or a whole framework is five statements. */
@Injectable()
export class JudgementsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns null for an unknown mission. `manager` reads inside an open transaction. */
  async standingOfMission(missionId: string, manager: EntityManager = this.dataSource.manager): Promise<MissionStanding | null> {
    return (await this.standings(manager, { id: missionId }))[0] ?? null;
  }

  /** Of a mission that has been read already, with its framework and targets. */
  async standingOf(mission: Mission): Promise<MissionStanding | null> {
    return (await this.standingsOf(this.dataSource.manager, [mission], this.clock.today(), null))[0] ?? null;
  }

  /** In the order of the missions' numbers. */
  async standingOfFramework(frameworkId: string, manager: EntityManager = this.dataSource.manager): Promise<MissionStanding[]> {
    return this.standings(manager, { frameworkId });
  }

  /** Every mission of every framework, in the order of their numbers. */
  async standingOfAll(manager: EntityManager = this.dataSource.manager): Promise<MissionStanding[]> {
    return this.standings(manager, {});
  }

  /** Of frameworks that run: the others are judged no more. */
  async standingOfOpen(): Promise<MissionStanding[]> {
    return this.standings(this.dataSource.manager, { frameworkId: ofOpenFramework() });
  }

  /**
   * As they stood on a day: by the judgements given by its end, and never by one from a release whose hour had not come.
   * @param missions as they were entered then, each with its framework and targets
   */
  async standingsOn(missions: readonly Mission[], day: PastDay): Promise<MissionStanding[]> {
    return this.standingsOf(this.dataSource.manager, missions, day.on, day.until);
  }

  /** Every computed judgement ever given of a target, newest first. @param day those that had been given by then */
  async historyOfTarget(targetId: string, day?: PastDay): Promise<ComputedStanding[]> {
    const rows = await this.dataSource
      .getRepository(Judgement)
      .createQueryBuilder('judgement')
      .where(`judgement.targetId = :targetId AND judgement.kind = 'computed'`, { targetId })
      .andWhere(day ? GIVEN_BY_THEN : 'true', { until: day?.until })
      .orderBy('judgement.sequence', 'DESC')
      .getMany();
    return rows.flatMap((row) => computedStanding(row) ?? []);
  }

  /** The last computed judgement by target id. */
  async latestComputed(manager: EntityManager, missionIds: string[]): Promise<Map<string, Judgement>> {
    const rows = await manager
      .createQueryBuilder(Judgement, 'judgement')
      .distinctOn(['judgement.targetId'])
      .where(`judgement.kind = 'computed' AND judgement.missionId = ANY(:missionIds)`, { missionIds })
      .orderBy('judgement.targetId')
      .addOrderBy('judgement.sequence', 'DESC')
      .getMany();
    return new Map(rows.flatMap((row) => (row.targetId ? [[row.targetId, row] as const] : [])));
  }

  /** The last computed judgement by target id, and the last of those that hold for a day or an earlier one. One statement. */
  private async latestAndEarlier(manager: EntityManager, missionIds: string[], day: string, until: Date | null): Promise<{ latest: Map<string, Judgement>; earlier: Map<string, Judgement> }> {
    const rows = await manager
      .createQueryBuilder(Judgement, 'judgement')
      .distinctOn(['judgement.targetId', 'judgement.asOf <= :day'])
      .where(`judgement.kind = 'computed' AND judgement.missionId = ANY(:missionIds)`, { missionIds, day })
      .andWhere(until ? GIVEN_BY_THEN : 'true', { until })
      .orderBy('judgement.targetId')
      .addOrderBy('judgement.asOf <= :day')
      .addOrderBy('judgement.sequence', 'DESC')
      .getMany();
    const latest = new Map<string, Judgement>();
    const earlier = new Map<string, Judgement>();
    for (const row of rows) {
      if (!row.targetId) continue;
      const known = latest.get(row.targetId);
      if (!known || BigInt(row.sequence) > BigInt(known.sequence)) latest.set(row.targetId, row);
      if (row.asOf <= day) earlier.set(row.targetId, row);
    }
    return { latest, earlier };
  }

  private async standings(manager: EntityManager, where: { id?: string; frameworkId?: string | FindOperator<string> }): Promise<MissionStanding[]> {
    const missions = await manager.find(Mission, { where, relations: { targets: true, framework: true }, order: { number: 'ASC' } });
    return this.standingsOf(manager, missions, this.clock.today(), null);
  }

  /** @param until nothing given later; null for all that is given */
  private async standingsOf(manager: EntityManager, missions: readonly Mission[], today: string, until: Date | null): Promise<MissionStanding[]> {
    if (missions.length === 0) return [];
    const ids = missions.map(({ id }) => id);
    const lastYear = yearBefore(today);
    const { latest, earlier } = await this.latestAndEarlier(manager, ids, lastYear, until);
    const given = await this.latestGiven(manager, ids, until);
    const reviewed = await ReviewedMissions.of(manager, ids, until);
    return missions.map((mission) =>
      missionStanding(mission, {
        latest,
        yearAgo: earlier,
        department: departmentOf(given.get(`${mission.id}:department`)),
        council: councilOf(given.get(`${mission.id}:council`)),
        open: reviewed.openPartsOf(mission, today),
        openYearAgo: reviewed.openPartsOf(mission, lastYear),
        review: reviewed.inForce(mission.id, today),
      }),
    );
  }

  /** The last department's and the council's judgement of each mission, by `<mission id>:<kind>`. */
  private async latestGiven(manager: EntityManager, missionIds: string[], until: Date | null): Promise<Map<string, GivenRow>> {
    const rows: GivenRow[] = await manager.query(
      `SELECT DISTINCT ON (j.mission_id, j.kind) j.id, j.mission_id, j.kind, j.verdict, j.rating, j.sentence, j.cause, j.given_at,
              to_char(j.as_of, 'YYYY-MM-DD') AS as_of, u.name AS given_by_name, o.name AS organisation, s.reference, d.reference AS decision, d.title AS decision_title
         FROM judgements j
         LEFT JOIN users u ON u.id = j.given_by
         LEFT JOIN council_decisions d ON d.id = j.council_decision_id
         LEFT JOIN submission_versions v ON v.id = j.submission_version_id
         LEFT JOIN submissions s ON s.id = v.submission_id
         LEFT JOIN organisations o ON o.id = s.organisation_id
        WHERE j.kind IN ('department', 'council') AND j.mission_id = ANY($1) AND j.target_id IS NULL AND ($2::timestamptz IS NULL OR j.given_at <= $2)
        ORDER BY j.mission_id, j.kind, j.sequence DESC`,
      [missionIds, until],
    );
    return new Map(rows.map((row) => [`${row.mission_id}:${row.kind}`, row]));
  }
}

function departmentOf(row: GivenRow | undefined): DepartmentStanding | null {
  if (!row) return null;
  const { id, rating, sentence, organisation, reference, cause } = row;
  const unresolved = cause === 'unresolved' ? { unresolved: true } : {};
  return { id, rating, sentence, organisation: organisation ?? '', submissionReference: reference ?? '', givenAt: row.given_at, asOf: row.as_of, ...unresolved };
}

function councilOf(row: GivenRow | undefined): CouncilStanding | null {
  if (!row) return null;
  const decision = row.decision === null ? {} : { decision: { reference: row.decision, title: row.decision_title ?? '' } };
  return { id: row.id, verdict: row.verdict, sentence: row.sentence, givenByName: row.given_by_name ?? '', givenAt: row.given_at, asOf: row.as_of, ...decision };
}

/** @param today ISO date; 29 February gives the 28th */
function yearBefore(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`;
}
