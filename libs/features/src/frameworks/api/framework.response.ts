import { ApiProperty } from '@nestjs/swagger';
import { type Framework } from '../framework.entity.js';

export class ObjectiveResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  title: string;
}

export class ReportDutyResponse {
  @ApiProperty({ example: 'minister' })
  owedBy: string;

  @ApiProperty({ description: 'The law that says so' })
  basis: string;
}

export class FrameworkResponse {
  @ApiProperty({ example: 'levelling-up-2022' })
  slug: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  summary: string;

  @ApiProperty()
  source: string;

  @ApiProperty({ format: 'date', description: 'The day on which the targets were set' })
  publishedOn: string;

  @ApiProperty({ format: 'date' })
  startsOn: string;

  @ApiProperty({ format: 'date' })
  endsOn: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the council closed it; null while it runs' })
  closedAt: string | null;

  @ApiProperty({ type: ReportDutyResponse, nullable: true })
  reportDuty: ReportDutyResponse | null;

  @ApiProperty({ type: [ObjectiveResponse] })
  objectives: ObjectiveResponse[];
}

export function frameworkResponse({ slug, title, summary, source, publishedOn, startsOn, endsOn, closedAt, reportDuty, objectives }: Framework): FrameworkResponse {
  return { slug, title, summary, source, publishedOn, startsOn, endsOn, closedAt: closedAt?.toISOString() ?? null, reportDuty, objectives };
}
