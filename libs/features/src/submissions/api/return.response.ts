import { ApiProperty } from '@nestjs/swagger';
import { ListResponse } from '#platform/api/attribution.response.js';
import { type PublicReturn } from '../public-returns.queries.js';

export class AcceptedVersionResponse {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The department’s words and figures as signed' })
  content: Record<string, unknown>;
}

export class DepartmentResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;
}

/** What a department owes the council. Drafts are not shown. */
export class ReturnResponse {
  @ApiProperty({ example: 'ER-2026-7K3D' })
  reference: string;

  @ApiProperty({ enum: ['evidence-return', 'delivery-plan'] })
  kind: string;

  @ApiProperty({ type: DepartmentResponse })
  department: DepartmentResponse;

  @ApiProperty()
  framework: string;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the mission; null for a plan' })
  mission: string | null;

  @ApiProperty({ example: 'April 2025 to March 2026' })
  covers: string;

  @ApiProperty({ format: 'date' })
  coversFrom: string;

  @ApiProperty({ format: 'date' })
  coversTo: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ description: 'Past its day, and nothing has been delivered' })
  overdue: boolean;

  @ApiProperty({ enum: ['due', 'with-the-council', 'accepted'] })
  status: string;

  @ApiProperty({ type: AcceptedVersionResponse, nullable: true })
  accepted: AcceptedVersionResponse | null;
}

export class ReturnsResponse extends ListResponse {
  @ApiProperty({ type: [ReturnResponse] })
  items: ReturnResponse[];
}

export function returnResponse({ coversLabel, accepted, ...facts }: PublicReturn): ReturnResponse {
  return { ...facts, covers: coversLabel, accepted: accepted && { ...accepted, submittedAt: accepted.submittedAt.toISOString() } };
}
