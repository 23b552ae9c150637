import { ApiProperty } from '@nestjs/swagger';
import { ListResponse } from '#platform/api/attribution.response.js';
import { markerOf } from '../observations-csv.js';
import { type PublishedObservation } from '../published-observations.queries.js';

/** What markers of the Government Statistical Service say. */
const STATUS_OF_MARKER = { published: '', provisional: 'p', revised: 'r', confidential: 'c', 'not-available': 'x', 'low-reliability': 'u', marked: '*' } as const;
type FigureStatus = keyof typeof STATUS_OF_MARKER;

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

  @ApiProperty({ enum: Object.keys(STATUS_OF_MARKER), description: 'What the marker says, in a word' })
  status: FigureStatus;

  @ApiProperty({ description: 'The publisher may still change it' })
  provisional: boolean;

  @ApiProperty({ description: 'The publisher says that it was changed' })
  revised: boolean;

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
    status: statusOf(markerOf(status)),
    provisional: markerOf(status).includes('p'),
    revised: markerOf(status).includes('r'),
    note: cell.note,
    release: release.id,
  };
}

/** The word of the first sign of a marker that there is a word for. */
function statusOf(marker: string): FigureStatus {
  if (marker === '') return 'published';
  const words = Object.entries(STATUS_OF_MARKER) as [FigureStatus, string][];
  return words.find(([, sign]) => sign !== '' && marker.includes(sign))?.[0] ?? 'marked';
}
