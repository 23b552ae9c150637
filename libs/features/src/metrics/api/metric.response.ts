import { ApiProperty } from '@nestjs/swagger';
import { NAMED_METHODS, type NamedMethod } from '#domain/judgements/target-to-judge.js';
import { YEAR_KINDS } from '#domain/observations/year-kind.js';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { attributionOf, AttributionResponse } from '#platform/api/attribution.response.js';
import { type Metric } from '../metric.entity.js';
import { metricsWords } from '../metrics.words.js';
import { type MetricStanding } from '../metric-standing.queries.js';

const ACCREDITATIONS = Object.keys(metricsWords.accreditation).filter((standing) => standing !== 'unknown');

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

export class SeriesBreakResponse {
  @ApiProperty({ example: '2018-01-01/P1Y', description: 'First period on the new footing' })
  from: string;

  @ApiProperty()
  what: string;
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

  @ApiProperty({ enum: YEAR_KINDS, description: 'What a bare year means in its files' })
  yearKind: Metric['yearKind'];

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 12, description: 'The month that a bare year stands for in a series of snapshots' })
  snapshotMonth: number | null;

  @ApiProperty({ type: String, enum: Object.keys(metricsWords.combines), nullable: true, description: 'Whether a larger area’s figure is the average or the total of its parts; null: neither' })
  combines: Metric['combines'];

  @ApiProperty({ type: String, enum: Object.keys(metricsWords.control), nullable: true, description: 'How far a place’s own council controls it; null where nobody has said' })
  placeControl: Metric['placeControl'];

  @ApiProperty({ type: String, nullable: true })
  placeControlNote: string | null;

  @ApiProperty({ enum: NAMED_METHODS, description: 'The method that decides verdicts' })
  method: NamedMethod;

  @ApiProperty({ type: String, enum: ACCREDITATIONS, nullable: true, description: 'Standing of the statistics; null where nobody has recorded it' })
  accreditation: Metric['accreditation'];

  @ApiProperty({ type: [SeriesBreakResponse] })
  seriesBreaks: SeriesBreakResponse[];
}

/** What a release changed, against what counted just before it. */
export class RevisionResponse {
  @ApiProperty({ type: 'integer', description: 'Figures that are not what they were' })
  moved: number;

  @ApiProperty({ type: 'integer' })
  added: number;

  @ApiProperty({ type: 'integer' })
  withdrawn: number;

  @ApiProperty({ type: Number, nullable: true, description: 'In the metric’s unit, without sign; null where none moved' })
  largestMove: number | null;
}

export class MetricReleaseResponse {
  @ApiProperty({ type: 'integer', description: 'Number of the release' })
  release: number;

  @ApiProperty()
  fileName: string;

  @ApiProperty()
  publisher: string;

  @ApiProperty({ format: 'date-time', description: 'When it was published, or loaded where nobody has said' })
  knownAt: string;

  @ApiProperty({ type: 'integer', description: 'Figures, blank ones too' })
  rows: number;

  @ApiProperty({ type: 'integer' })
  provisional: number;

  @ApiProperty({ description: 'It stands for the whole series: what it does not have is withdrawn' })
  wholeSeries: boolean;

  @ApiProperty({ description: 'Unit or direction changed with it: earlier releases no longer belong to the series' })
  startsNewSeries: boolean;

  @ApiProperty({ type: RevisionResponse, nullable: true, description: 'Null for the first of a series, and while it is being worked out' })
  revision: RevisionResponse | null;
}

export class LatestPeriodResponse {
  @ApiProperty({ example: '2018-09-01/P1Y' })
  period: string;

  @ApiProperty({ example: 'school year 2018/19' })
  periodName: string;

  @ApiProperty({ format: 'date' })
  periodEnd: string;
}

export class LevelResponse {
  @ApiProperty({ example: 'region' })
  level: string;

  @ApiProperty({ type: 'integer', description: 'Areas of the level that have figures' })
  areas: number;
}

/** A metric whole. */
export class MetricDetailResponse extends MetricResponse {
  @ApiProperty({ type: AttributionResponse })
  attribution: AttributionResponse;

  @ApiProperty({ type: LatestPeriodResponse, nullable: true, description: 'The newest period with a figure, of any area; null without figures' })
  latest: LatestPeriodResponse | null;

  @ApiProperty({ type: [LevelResponse] })
  levels: LevelResponse[];

  @ApiProperty({ type: 'integer', description: 'Figures that look unlikely and that nobody has confirmed yet' })
  openWarnings: number;

  @ApiProperty({ type: [MetricReleaseResponse], description: 'Newest first' })
  releases: MetricReleaseResponse[];
}

export function metricResponse(metric: Metric): MetricResponse {
  const { slug, name, unit, direction, decimals, basis, place, geography, source, caveat, proxyFor, proxyNote, partOf, exploratory } = metric;
  const { yearKind, snapshotMonth, combines, placeControl, placeControlNote, accreditation, seriesBreaks } = metric;
  return {
    slug, name, unit, direction, decimals, basis, place, geography, source, caveat, proxyFor, proxyNote, partOf, exploratory,
    yearKind, snapshotMonth, combines, placeControl, placeControlNote, accreditation, seriesBreaks,
    method: (metric.method ?? NAMED_METHODS[0]) as NamedMethod,
  };
}

export function metricDetailResponse(metric: Metric, { latest, levels, openWarnings }: MetricStanding, releases: readonly ReleaseOfMetric[]): MetricDetailResponse {
  return {
    attribution: attributionOf([metric.source.publisher], metric.source.licence),
    ...metricResponse(metric),
    latest: latest && { period: latest.key, periodName: latest.label, periodEnd: latest.end },
    levels,
    openWarnings,
    releases: releases.map(({ id, knownAt, fileName, publisher, rows, provisional, wholeSeries, startsNewSeries, revision }) => ({
      release: id,
      fileName,
      publisher,
      knownAt: knownAt.toISOString(),
      rows,
      provisional,
      wholeSeries,
      startsNewSeries,
      revision,
    })),
  };
}
