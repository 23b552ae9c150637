import { ApiProperty } from '@nestjs/swagger';
import { type DepartmentCounts } from '#domain/alerts/department-counts.js';
import { type DepartmentAlerts } from '../department-alerts.queries.js';

/** Counts of a department's alerts, closed ones too; of a date that has not come an alert is in none of its three. */
export class DepartmentCountsResponse implements DepartmentCounts {
  @ApiProperty({ type: 'integer' }) raised: number;
  @ApiProperty({ type: 'integer' }) open: number;
  @ApiProperty({ type: 'integer' }) acknowledgedInTime: number;
  @ApiProperty({ type: 'integer' }) acknowledgedLate: number;
  @ApiProperty({ type: 'integer' }) notAcknowledged: number;
  @ApiProperty({ type: 'integer' }) answeredInTime: number;
  @ApiProperty({ type: 'integer' }) answeredLate: number;
  @ApiProperty({ type: 'integer' }) notAnswered: number;
  @ApiProperty({ type: 'integer' }) accepted: number;
  @ApiProperty({ type: 'integer' }) escalated: number;
  @ApiProperty({ type: 'integer', description: 'Actions whose effect a release has shown' }) effectShown: number;
  @ApiProperty({ type: 'integer', description: 'Actions whose effect a release has not shown' }) effectNotShown: number;
  @ApiProperty({ type: 'integer', description: 'Questions of the department; they move no date' }) queries: number;
  @ApiProperty({ type: 'integer', description: 'Requests for more time; they move no date' }) timeRequests: number;
}

export class DepartmentAlertsResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  department: string;

  @ApiProperty({ type: DepartmentCountsResponse })
  counts: DepartmentCountsResponse;
}

export function departmentAlertsResponse({ slug, name, counts }: DepartmentAlerts): DepartmentAlertsResponse {
  return { slug, department: name, counts };
}
