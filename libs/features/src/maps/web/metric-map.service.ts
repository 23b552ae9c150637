import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { BoundariesService } from '../boundaries.service.js';
import { type BoundaryFile } from '../boundary-file.entity.js';
import { type MetricMap, metricMap } from '../metric-map.js';

export interface MapOfMetric {
  metric: Metric;
  boundaries: BoundaryFile | null;
  map: MetricMap | undefined;
}

/** Finds what a map of a metric shows now: nothing of a release before its hour. */
@Injectable()
export class MetricMapService {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly observations: ObservationsQueries,
    private readonly boundaries: BoundariesService,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws ApplicationError where there is no such metric */
  async of(slug: string): Promise<MapOfMetric> {
    const [metric, boundaries] = await Promise.all([this.metrics.bySlug(slug), this.boundaries.current()]);
    if (!metric) throw ApplicationError.notFound('That metric');
    if (!boundaries) return { metric, boundaries, map: undefined };
    const areas = await this.dataSource.getRepository(Area).findBy({ level: In(['lower-tier', 'upper-tier', 'unitary', 'region', 'nation']) });
    const successors = new Map(areas.flatMap(({ code, successors: after }) => (after.length > 0 ? [[code, after] as const] : [])));
    return { metric, boundaries, map: metricMap(boundaries, await this.observations.figures({ metricId: metric.id, areas }), successors) };
  }
}
