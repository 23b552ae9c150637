import { ApiProperty } from '@nestjs/swagger';
import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { noResponse } from '#domain/alerts/response-due.js';
import { ListResponse } from '#platform/api/attribution.response.js';
import { type Alert } from '../alert.entity.js';

export class PlannedActionResponse {
  @ApiProperty()
  action: string;

  @ApiProperty()
  owner: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty()
  expectedEffect: string;

  @ApiProperty({ description: 'The release that will show the effect' })
  releaseThatShows: string;
}

export class RecoveryPlanResponse {
  @ApiProperty()
  summary: string;

  @ApiProperty({ type: [PlannedActionResponse] })
  actions: PlannedActionResponse[];
}

/** Off track has a cost: somebody must answer, in public, by a date. */
export class AlertResponse {
  @ApiProperty()
  reference: string;

  @ApiProperty({ enum: Object.keys(ALERT_KINDS) })
  kind: string;

  @ApiProperty({ enum: Object.keys(ALERT_STATUS) })
  status: string;

  @ApiProperty({ description: 'The day for the answer has passed without one' })
  noResponse: boolean;

  @ApiProperty()
  framework: string;

  @ApiProperty({ description: 'Slug of the mission' })
  mission: string;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the target' })
  target: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Reference of the overdue data gap that it was raised on' })
  dataGap: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The department that must answer; null in a vacancy' })
  department: string | null;

  @ApiProperty({ description: 'What happened' })
  sentence: string;

  @ApiProperty({ format: 'date-time' })
  raisedAt: string;

  @ApiProperty({ format: 'date' })
  responseDueOn: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who owns the answer' })
  owner: string | null;

  @ApiProperty({ type: RecoveryPlanResponse, nullable: true })
  plan: RecoveryPlanResponse | null;
}

export class AlertsResponse extends ListResponse {
  @ApiProperty({ type: [AlertResponse] })
  items: AlertResponse[];
}

/** @param today ISO date in London */
export function alertResponse(alert: Alert, today: string): AlertResponse {
  const { reference, kind, status, mission, target, dataGap, organisation, sentence, raisedAt, responseDueOn, answeredAt, ownerName, ownerJob } = alert;
  return {
    reference,
    kind,
    status,
    noResponse: noResponse({ status, responseDueOn, answered: answeredAt !== null }, today),
    framework: mission.framework.slug,
    mission: mission.slug,
    target: target?.slug ?? null,
    dataGap: dataGap?.reference ?? null,
    department: organisation?.name ?? null,
    sentence,
    raisedAt: raisedAt.toISOString(),
    responseDueOn,
    answeredAt: answeredAt?.toISOString() ?? null,
    owner: ownerName && [ownerName, ownerJob].filter(Boolean).join(', '),
    plan: answeredAt ? { summary: alert.planSummary ?? '', actions: alert.planActions } : null,
  };
}
