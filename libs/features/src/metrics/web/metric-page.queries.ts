import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { isEmbargoedArea } from '#features/releases/embargoed-area.js';
import { Clock } from '#platform/clock/clock.js';

/** What the page of a metric reads beside figures and releases. */
@Injectable()
export class MetricPageQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Targets that the metric decides or informs, those that divide by it too; each with its mission and framework. */
  async targets(metric: { id: number; slug: string }): Promise<Target[]> {
    return this.dataSource
      .getRepository(Target)
      .createQueryBuilder('target')
      .innerJoinAndSelect('target.mission', 'mission')
      .innerJoinAndSelect('mission.framework', 'framework')
      .leftJoinAndSelect('target.metric', 'metric')
      .where(`target.metricId = :id OR target.rule ->> 'denominator' = :slug`, metric)
      .orderBy('mission.number')
      .addOrderBy('target.position')
      .getMany();
  }

  /** @returns null for an unknown one, and for one that only a release under embargo speaks of */
  async area(code: string): Promise<Area | null> {
    const area = await this.dataSource.getRepository(Area).findOneBy({ code });
    return area && !(await isEmbargoedArea(this.dataSource.manager, area, this.clock.now())) ? area : null;
  }

  /** Slugs of the headline metrics of all missions. */
  async headlineSlugs(): Promise<Set<string>> {
    const missions = await this.dataSource.getRepository(Mission).find({ select: { id: true, headlineMetrics: true } });
    return new Set(missions.flatMap(({ headlineMetrics }) => headlineMetrics));
  }
}
