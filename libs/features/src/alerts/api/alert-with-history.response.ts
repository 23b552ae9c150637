import { ApiProperty } from '@nestjs/swagger';
import { EFFECT_OUTCOMES } from '#domain/alerts/effect-check.js';
import { AttributedResponse } from '#platform/api/attribution.response.js';
import { type Alert } from '../alert.entity.js';
import { type AlertEffectCheck } from '../alert-effect-check.entity.js';
import { type AlertEvent } from '../alert-event.entity.js';
import { alertResponse, AlertResponse } from './alert.response.js';

export class AlertEventResponse {
  @ApiProperty()
  action: string;

  @ApiProperty({ description: 'The state after it' })
  status: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Name of the office' })
  office: string;

  @ApiProperty()
  text: string;
}

export class EffectCheckResponse {
  @ApiProperty({ type: 'integer', description: 'Of the department’s plans on this alert, from 1' })
  plan: number;

  @ApiProperty({ type: 'integer', description: 'From 1' })
  action: number;

  @ApiProperty({ enum: Object.keys(EFFECT_OUTCOMES) })
  outcome: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Id of the release; null where it has not come' })
  release: number | null;

  @ApiProperty()
  sentence: string;

  @ApiProperty({ format: 'date-time' })
  checkedAt: string;
}

/** One alert with its public timeline and what releases have shown of its plan. */
export class AlertWithHistoryResponse extends AttributedResponse {
  @ApiProperty({ type: AlertResponse })
  alert: AlertResponse;

  @ApiProperty({ type: [AlertEventResponse] })
  history: AlertEventResponse[];

  @ApiProperty({ type: [EffectCheckResponse] })
  effects: EffectCheckResponse[];
}

/** @param today ISO date in London */
export function alertWithHistoryResponse(alert: Alert, events: readonly AlertEvent[], effects: readonly AlertEffectCheck[], today: string): AlertWithHistoryResponse {
  return Object.assign(new AlertWithHistoryResponse(), {
    alert: alertResponse(alert, today),
    history: events.map(({ action, toStatus, at, actorOffice, text }) => ({ action, status: toStatus, at: at.toISOString(), office: actorOffice, text })),
    effects: effects.map(({ planNumber, actionIndex, outcome, releaseId, sentence, checkedAt }) => ({
      plan: planNumber, action: actionIndex + 1, outcome, release: releaseId, sentence, checkedAt: checkedAt.toISOString(),
    })),
  });
}
