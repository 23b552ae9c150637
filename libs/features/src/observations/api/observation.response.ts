import { ApiProperty } from '@nestjs/swagger';
import { ListResponse } from '#platform/api/attribution.response.js';
import { markerOf } from '../observations-csv.js';
import { type PublishedObservation } from '../published-observations.queries.js';

/** One published figure. */
export class ObservationResponse {
  @ApiProperty({ example: 'E92000001' })
  area: string;

  @ApiProperty({ example: 'England' })
  areaName: string;

  @ApiProperty({ example: '2018-09-01/P1Y', description: 'First day and length; a day alone for a snapshot' })
  period: string;

  @ApiProperty({ example: 'school year 2018/19' })
  periodName: string;

  @ApiProperty({ format: 'date' })
  periodStart: string;

  @ApiProperty({ format: 'date' })
  periodEnd: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null where the publisher left it blank; the marker says why' })
  value: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Lower limit of the 95% interval' })
  lower: number | null;

  @ApiProperty({ type: Number, nullable: true })
  upper: number | null;

  @ApiProperty({ example: '[x]', description: 'Empty, or the publisher’s marker' })
  marker: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: 'integer', description: 'Number of the release' })
  release: number;
}

export class ObservationsResponse extends ListResponse {
  @ApiProperty({ description: 'Slug of the metric' })
  metric: string;

  @ApiProperty()
  unit: string;

  @ApiProperty({ type: [ObservationResponse] })
  items: ObservationResponse[];
}

export function observationResponse({ area, period, release, status, ...cell }: PublishedObservation): ObservationResponse {
  return {
    area: area.code,
    areaName: area.name,
    period: period.key,
    periodName: period.label,
    periodStart: period.start,
    periodEnd: period.end,
    value: cell.value,
    lower: cell.lower,
    upper: cell.upper,
    marker: markerOf(status),
    note: cell.note,
    release: release.id,
  };
}
