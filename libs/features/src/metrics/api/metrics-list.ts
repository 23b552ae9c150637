import { Injectable } from '@nestjs/common';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { MetricStandingQueries } from '../metric-standing.queries.js';
import { MetricsQueries } from '../metrics.queries.js';
import { metricDetailResponse, MetricDetailResponse, metricResponse, MetricResponse } from './metric.response.js';

@Injectable()
export class MetricsList implements ListSource<MetricResponse> {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly standings: MetricStandingQueries,
    private readonly releases: ReleasesQueries,
  ) {}

  async all(): Promise<MetricResponse[]> {
    return (await this.metrics.all()).map(metricResponse);
  }

  async one(slug: string): Promise<MetricDetailResponse> {
    const metric = await this.metrics.bySlug(slug);
    if (!metric) throw ApplicationError.notFound('That metric');
    const [standing, releases] = await Promise.all([this.standings.of(metric.id), this.releases.ofMetric(metric.id)]);
    return metricDetailResponse(metric, standing, releases);
  }
}

export const METRICS: OpenList = {
  path: 'metrics', tag: 'metrics', title: 'Catalogue of metrics', noun: 'That metric',
  description: 'What is measured: its unit, which way is better, its source and licence, its standing as a statistic and its producer’s warnings.',
  item: MetricResponse, whole: MetricDetailResponse, key: { slug: 'text' }, id: 'slug', source: MetricsList,
};
