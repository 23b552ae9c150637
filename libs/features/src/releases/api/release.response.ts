import { ApiProperty } from '@nestjs/swagger';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { dataPaths } from '#features/open-data/data.paths.js';
import { AttributedResponse } from '#platform/api/attribution.response.js';
import { type ReleaseSummary } from '../releases.queries.js';
import { type FlippedVerdict, type RevisionOfMetric } from '../revisions.queries.js';

export class MetricOfReleaseResponse {
  @ApiProperty({ description: 'Slug of the metric' })
  metric: string;

  @ApiProperty({ type: 'integer', description: 'Cells, blank ones too' })
  rows: number;
}

/** A file of figures that has been published. */
export class ReleaseResponse {
  @ApiProperty({ type: 'integer' })
  release: number;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: 'SHA-256 of the file' })
  checksum: string;

  @ApiProperty()
  publisher: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Day of publication, where the file says so' })
  publishedOn: string | null;

  @ApiProperty({ format: 'date-time', description: 'From when it counts: its publication, or its loading where nobody has said' })
  knownAt: string;

  @ApiProperty({ type: [MetricOfReleaseResponse] })
  metrics: MetricOfReleaseResponse[];

  @ApiProperty({ type: 'integer', description: 'Rows of the file' })
  rowsRead: number;

  @ApiProperty({ type: 'integer' })
  rowsWithValue: number;

  @ApiProperty({ type: 'integer', description: 'Rows that the publisher left blank, with a marker' })
  rowsMissing: number;

  @ApiProperty({ type: 'integer', description: 'Rows at fault that were left out' })
  rowsRejected: number;

  @ApiProperty({ type: 'integer', description: 'Warnings of plausibility that nobody has looked at' })
  openWarnings: number;

  @ApiProperty({ format: 'uri-reference', description: 'All its figures as imported, as one CSV file' })
  download: string;
}

/** What a release changed of a metric. Every count is null while it is being worked out. */
export class RevisionResponse {
  @ApiProperty()
  metric: string;

  @ApiProperty()
  unit: string;

  @ApiProperty({ description: 'It stands for the whole series: figures that it leaves out are withdrawn' })
  wholeSeries: boolean;

  @ApiProperty({ description: 'Its unit or direction changed: earlier releases no longer count' })
  startsNewSeries: boolean;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Earlier releases that it is compared with; 0 for the first of a series' })
  comparedWith: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  moved: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  added: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  withdrawn: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  unchanged: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'In the unit, without sign' })
  medianMove: number | null;

  @ApiProperty({ type: Number, nullable: true })
  largestMove: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Figures that were provisional and are final' })
  becameFinal: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Figures that are provisional in it' })
  provisional: number | null;
}

export class FlippedVerdictResponse {
  @ApiProperty()
  framework: string;

  @ApiProperty()
  mission: string;

  @ApiProperty()
  target: string;

  @ApiProperty({ enum: Object.keys(VERDICTS) })
  before: Verdict;

  @ApiProperty({ enum: Object.keys(VERDICTS) })
  after: Verdict;

  @ApiProperty()
  cause: string;

  @ApiProperty()
  sentence: string;
}

export class ReleaseChangesResponse extends AttributedResponse {
  @ApiProperty({ type: 'integer' })
  release: number;

  @ApiProperty({ type: [RevisionResponse] })
  metrics: RevisionResponse[];

  @ApiProperty({ type: [FlippedVerdictResponse], description: 'Verdicts that changed because of it' })
  verdicts: FlippedVerdictResponse[];

  @ApiProperty({ description: 'Where all changed figures are, as CSV' })
  figures: string;
}

export function releaseResponse({ release, knownAt, metrics, openWarnings }: ReleaseSummary): ReleaseResponse {
  const { id, fileName, checksum, publisher, publishedOn, rowsRead, rowsWithValue, rowsMissing, rowsRejected } = release;
  return {
    release: id, fileName, checksum, publisher, publishedOn, knownAt: knownAt.toISOString(), metrics: metrics.map(({ slug, rows }) => ({ metric: slug, rows })),
    rowsRead, rowsWithValue, rowsMissing, rowsRejected, openWarnings, download: dataPaths.release(id),
  };
}

export function revisionResponse({ metric, counts }: RevisionOfMetric): RevisionResponse {
  const { wholeSeries, startsNewSeries, comparedWith, moved, added, withdrawn, unchanged, medianMove, largestMove, becameFinal, provisional } = counts;
  return { metric: metric.slug, unit: metric.unit, wholeSeries, startsNewSeries, comparedWith, moved, added, withdrawn, unchanged, medianMove, largestMove, becameFinal, provisional };
}

export function flippedResponse({ target, mission, before, after, cause, sentence }: FlippedVerdict): FlippedVerdictResponse {
  return { framework: mission.framework, mission: mission.slug, target: target.slug, before, after, cause, sentence };
}
