import { ApiProperty } from '@nestjs/swagger';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { type Alert } from '../alert.entity.js';
import { isUnanswered } from '../alert-standing.js';

export class PlannedActionResponse {
  @ApiProperty()
  action: string;

  @ApiProperty()
  owner: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty()
  expectedEffect: string;

  @ApiProperty({ description: 'The release that will show the effect, in words' })
  releaseThatShows: string;

  @ApiProperty({ required: false, description: 'Slug of the metric whose figures will show it; absent in plans that named a release in words only' })
  metric?: string;

  @ApiProperty({ required: false, format: 'date', description: 'When that release is expected' })
  releaseExpectedOn?: string;

  @ApiProperty({ required: false, type: Number, nullable: true, description: 'The least change for the better, in the metric’s unit; null: any' })
  expectedChange?: number | null;
}

export class RecoveryPlanResponse {
  @ApiProperty()
  summary: string;

  @ApiProperty({ type: [PlannedActionResponse] })
  actions: PlannedActionResponse[];
}

export class AlertFactResponse {
  @ApiProperty()
  name: string;

  @ApiProperty()
  value: string;
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

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the mission; null where it is about the framework as a whole' })
  mission: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the target' })
  target: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Reference of the overdue data gap that it was raised on' })
  dataGap: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The department that must answer; null in a vacancy' })
  department: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The department that led when it was raised; null in a vacancy' })
  raisedWith: string | null;

  @ApiProperty({ description: 'What happened' })
  sentence: string;

  @ApiProperty({ type: [AlertFactResponse], description: 'The facts behind the sentence, as they were when it was raised' })
  facts: AlertFactResponse[];

  @ApiProperty({ format: 'date-time' })
  raisedAt: string;

  @ApiProperty({ format: 'date' })
  responseDueOn: string;

  @ApiProperty({ format: 'date', description: 'By when an answer is owed now: another plan, where the council has asked for one' })
  answerDueOn: string;

  @ApiProperty({ format: 'date' })
  acknowledgeDueOn: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the plan that stands was published' })
  answeredAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the first plan was published' })
  firstAnsweredAt: string | null;

  @ApiProperty({ type: 'integer' })
  plansPublished: number;

  @ApiProperty({ type: String, nullable: true, description: 'Who owns the answer' })
  owner: string | null;

  @ApiProperty({ type: RecoveryPlanResponse, nullable: true })
  plan: RecoveryPlanResponse | null;
}

/** @param today ISO date in London */
export function alertResponse(alert: Alert, today: string): AlertResponse {
  const { reference, kind, status, framework, mission, target, dataGap, organisation, sentence, raisedAt, responseDueOn, answeredAt, ownerName, ownerJob } = alert;
  return {
    reference,
    kind,
    status,
    noResponse: isUnanswered(alert, today),
    framework: framework.slug,
    mission: mission?.slug ?? null,
    target: target?.slug ?? null,
    dataGap: dataGap?.reference ?? null,
    department: organisation?.name ?? null,
    raisedWith: alert.raisedWith?.name ?? null,
    sentence,
    facts: alert.facts.map(({ name, value }) => ({ name, value })),
    raisedAt: raisedAt.toISOString(),
    responseDueOn,
    answerDueOn: owedBy(alert),
    acknowledgeDueOn: alert.acknowledgeDueOn,
    acknowledgedAt: alert.acknowledgedAt?.toISOString() ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
    firstAnsweredAt: alert.firstAnsweredAt?.toISOString() ?? null,
    plansPublished: alert.plansPublished,
    owner: ownerName && [ownerName, ownerJob].filter(Boolean).join(', '),
    plan: answeredAt ? { summary: alert.planSummary ?? '', actions: alert.planActions } : null,
  };
}
