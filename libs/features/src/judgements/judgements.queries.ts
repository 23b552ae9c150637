import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
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
}

/** Reads of judgements. A mission or a whole framework is four statements. */
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

  /** In the order of the missions' numbers. */
  async standingOfFramework(frameworkId: string, manager: EntityManager = this.dataSource.manager): Promise<MissionStanding[]> {
    return this.standings(manager, { frameworkId });
  }

  /** Every mission of every framework, in the order of their numbers. */
  async standingOfAll(manager: EntityManager = this.dataSource.manager): Promise<MissionStanding[]> {
    return this.standings(manager, {});
  }

  /** Every computed judgement ever given of a target, newest first. */
  async historyOfTarget(targetId: string): Promise<ComputedStanding[]> {
    const rows = await this.dataSource
      .getRepository(Judgement)
      .find({ where: { targetId, kind: 'computed' }, order: { sequence: 'DESC' } });
    return rows.flatMap((row) => computedStanding(row) ?? []);
  }

  /** The last computed judgement by target id. @param asOfLatest leaves out judgements that hold for later days */
  async latestComputed(manager: EntityManager, missionIds: string[], asOfLatest?: string): Promise<Map<string, Judgement>> {
    const query = manager
      .createQueryBuilder(Judgement, 'judgement')
      .distinctOn(['judgement.targetId'])
      .where(`judgement.kind = 'computed' AND judgement.missionId = ANY(:missionIds)`, { missionIds })
      .orderBy('judgement.targetId')
      .addOrderBy('judgement.sequence', 'DESC');
    if (asOfLatest) query.andWhere('judgement.asOf <= :asOfLatest', { asOfLatest });
    const rows = await query.getMany();
    return new Map(rows.flatMap((row) => (row.targetId ? [[row.targetId, row] as const] : [])));
  }

  private async standings(manager: EntityManager, where: { id?: string; frameworkId?: string }): Promise<MissionStanding[]> {
    const missions = await manager.find(Mission, { where, relations: { targets: true, framework: true }, order: { number: 'ASC' } });
    if (missions.length === 0) return [];
    const ids = missions.map(({ id }) => id);
    const latest = await this.latestComputed(manager, ids);
    const earlier = await this.latestComputed(manager, ids, yearBefore(this.clock.today()));
    const given = await this.latestGiven(manager, ids);
    return missions.map((mission) =>
      missionStanding(mission, {
        latest,
        yearAgo: earlier,
        department: departmentOf(given.get(`${mission.id}:department`)),
        council: councilOf(given.get(`${mission.id}:council`)),
      }),
    );
  }

  /** The last department's and the council's judgement of each mission, by `<mission id>:<kind>`. */
  private async latestGiven(manager: EntityManager, missionIds: string[]): Promise<Map<string, GivenRow>> {
    const rows: GivenRow[] = await manager.query(
      `SELECT DISTINCT ON (j.mission_id, j.kind) j.id, j.mission_id, j.kind, j.verdict, j.rating, j.sentence, j.cause, j.given_at,
              to_char(j.as_of, 'YYYY-MM-DD') AS as_of, u.name AS given_by_name, o.name AS organisation, s.reference
         FROM judgements j
         LEFT JOIN users u ON u.id = j.given_by
         LEFT JOIN submission_versions v ON v.id = j.submission_version_id
         LEFT JOIN submissions s ON s.id = v.submission_id
         LEFT JOIN organisations o ON o.id = s.organisation_id
        WHERE j.kind IN ('department', 'council') AND j.mission_id = ANY($1) AND j.target_id IS NULL
        ORDER BY j.mission_id, j.kind, j.sequence DESC`,
      [missionIds],
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
  return { id: row.id, verdict: row.verdict, sentence: row.sentence, givenByName: row.given_by_name ?? '', givenAt: row.given_at, asOf: row.as_of };
}

/** @param today ISO date; 29 February gives the 28th */
function yearBefore(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`;
}
