import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type DeliveryPlanContent, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { type CrosswalkPlan, type MissionCrosswalk, missionCrosswalk } from '#domain/delivery-plans/mission-crosswalk.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { publicNumber } from '#features/submissions/public-returns.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { answersOf } from './plan-dependencies.queries.js';

/** A mission with what every department plans for it. */
export interface CrosswalkOfMission {
  mission: Mission;
  crosswalk: MissionCrosswalk;
  /** Names of the mission's headline metrics, by slug. */
  metricNames: ReadonlyMap<string, string>;
  /** Names of missions, by slug, for money that is claimed for another one. */
  missionNames: ReadonlyMap<string, string>;
}

interface PlanRow {
  id: string;
  reference: string;
  slug: string;
  name: string;
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  standing: CrosswalkPlan['standing'];
  content: Partial<DeliveryPlanContent>;
}

/** Reads of the plans of all departments side by side, in five statements. */
@Injectable()
export class CrosswalkQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @param withDelivered the council's view: plans that stand delivered and are not public yet count too, marked as such
   * @throws ApplicationError 404 where there is no such mission.
   */
  async ofMission(framework: string, slug: string, withDelivered: boolean): Promise<CrosswalkOfMission> {
    const { manager } = this.dataSource;
    const missions = await manager
      .createQueryBuilder(Mission, 'mission')
      .innerJoinAndSelect('mission.framework', 'framework')
      .where('framework.slug = :framework', { framework })
      .getMany();
    const mission = missions.find((candidate) => candidate.slug === slug);
    if (!mission) throw ApplicationError.notFound('That mission');
    const rows = await this.plans(mission.frameworkId, withDelivered);
    const answers = await answersOf(manager, rows.map(({ id }) => id));
    const plans = rows.map(({ id, slug: department, name, content, ...plan }) => ({
      ...plan, department: { slug: department, name }, content: readDeliveryPlan(content), answers: answers.get(id) ?? [],
    }));
    const metrics = mission.headlineMetrics.length === 0 ? [] : await manager.findBy(Metric, { slug: In(mission.headlineMetrics) });
    return {
      mission,
      crosswalk: missionCrosswalk(mission, plans),
      metricNames: new Map(metrics.map((metric) => [metric.slug, metric.name])),
      missionNames: new Map(missions.map(({ slug: each, focusArea }) => [each, focusArea])),
    };
  }

  /** The public version of each plan as of today, held through a pre-election period; with the council also what stands delivered. */
  private async plans(frameworkId: string, withDelivered: boolean): Promise<PlanRow[]> {
    return this.dataSource.query(
      `SELECT s.id, s.reference, o.slug, o.name, s.covers_label AS "coversLabel", to_char(s.covers_from, 'YYYY-MM-DD') AS "coversFrom",
              to_char(s.covers_to, 'YYYY-MM-DD') AS "coversTo", v.content,
              CASE WHEN v.number = s.accepted_version THEN 'accepted' WHEN s.status = 'published-unresolved' THEN 'published-unresolved' ELSE 'delivered' END AS standing
         FROM submissions s
         JOIN submission_versions v ON v.submission_id = s.id
          AND v.number = CASE WHEN $2 THEN COALESCE(s.accepted_version, s.standing_version) ELSE ${publicNumber('$3')} END
         JOIN organisations o ON o.id = s.organisation_id
        WHERE s.kind = 'delivery-plan' AND s.framework_id = $1
        ORDER BY s.covers_from DESC, o.name`,
      [frameworkId, withDelivered, this.clock.today()],
    );
  }
}
