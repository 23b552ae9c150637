import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Release } from '#features/releases/release.entity.js';
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

  /** Those of some releases of which nobody has said when they were published. */
  async undated(releases: readonly { id: number }[]): Promise<Set<number>> {
    const found = await this.dataSource.getRepository(Release).find({ select: { id: true }, where: { id: In(releases.map(({ id }) => id)), publishedAt: IsNull() } });
    return new Set(found.map(({ id }) => id));
  }

  /** Slugs of the headline metrics of all missions. */
  async headlineSlugs(): Promise<Set<string>> {
    const missions = await this.dataSource.getRepository(Mission).find({ select: { id: true, headlineMetrics: true } });
    return new Set(missions.flatMap(({ headlineMetrics }) => headlineMetrics));
  }
}
