import { ApiProperty } from '@nestjs/swagger';
import { ListResponse } from '#platform/api/attribution.response.js';
import { type Metric } from '../metric.entity.js';

export class MetricSourceResponse {
  @ApiProperty()
  publisher: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ required: false, format: 'uri' })
  url?: string;

  @ApiProperty()
  licence: string;
}

export class MetricResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  unit: string;

  @ApiProperty({ enum: ['higher-is-better', 'lower-is-better'] })
  direction: string;

  @ApiProperty({ type: 'integer' })
  decimals: number;

  @ApiProperty({ enum: ['nominal', 'real', 'not-money'] })
  basis: string;

  @ApiProperty({ enum: ['residence', 'workplace', 'not-applicable'] })
  place: string;

  @ApiProperty({ description: 'The finest tier of areas' })
  geography: string;

  @ApiProperty({ type: MetricSourceResponse })
  source: MetricSourceResponse;

  @ApiProperty({ type: String, nullable: true, description: 'The producer’s own warning' })
  caveat: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the metric that it stands for' })
  proxyFor: string | null;

  @ApiProperty({ type: String, nullable: true })
  proxyNote: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the metric that it is a part of' })
  partOf: string | null;

  @ApiProperty()
  exploratory: boolean;
}

export class MetricsResponse extends ListResponse {
  @ApiProperty({ type: [MetricResponse] })
  items: MetricResponse[];
}

export function metricResponse(metric: Metric): MetricResponse {
  const { slug, name, unit, direction, decimals, basis, place, geography, source, caveat, proxyFor, proxyNote, partOf, exploratory } = metric;
  return { slug, name, unit, direction, decimals, basis, place, geography, source, caveat, proxyFor, proxyNote, partOf, exploratory };
}
