import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { isEmbargoedArea } from '#features/releases/embargoed-area.js';
import { Clock } from '#platform/clock/clock.js';
import { type Metric } from '../metric.entity.js';
import { type ClauseMeasured, type GapOfMetric } from './metric-purpose.presenter.js';

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

  /** What the metric, or the headline that it stands for or is a part of, measures of which mission; and what the register of gaps holds open on its figures. */
  async purposeOf({ id, slug, partOf, proxyFor }: Metric): Promise<{ measured: ClauseMeasured[]; gaps: GapOfMetric[] }> {
    const [row]: { measured: ClauseMeasured[]; gaps: GapOfMetric[] }[] = await this.dataSource.query(
      `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('framework', f.slug, 'mission', m.slug, 'focusArea', m.focus_area, 'headline', m.headline_metrics && $2, 'clause', c.clause ->> 'text') ORDER BY f.published_on, m.number, c.place), '[]')
                 FROM missions m JOIN frameworks f ON f.id = m.framework_id
                 LEFT JOIN LATERAL jsonb_array_elements(m.clauses) WITH ORDINALITY AS c (clause, place) ON c.clause -> 'coveredBy' ?| $2
                WHERE c.clause IS NOT NULL OR m.headline_metrics && $2) AS measured,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', g.reference, 'kind', g.kind, 'sentence', g.sentence, 'dateNeeded', g.date_needed) ORDER BY g.date_needed, g.reference), '[]')
                 FROM data_gaps g WHERE g.metric_id = $1 AND g.state IN ('open', 'planned') AND g.opened_at <= $3) AS gaps`,
      [id, [slug, partOf, proxyFor].filter((each) => each !== null), this.clock.now()],
    );
    return row ?? { measured: [], gaps: [] };
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
