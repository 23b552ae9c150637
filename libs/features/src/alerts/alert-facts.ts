import { type RecoveryPlan } from '#domain/alerts/alert-blockers.js';
import { type AlertFacts } from '#domain/alerts/alert-workflow.js';
import { type Alert } from './alert.entity.js';

/** What a move brings with it. */
export interface MoveInput {
  ownerName?: string;
  ownerJob?: string;
  plan?: RecoveryPlan | undefined;
  reason?: string;
}

/** The alert as the table judges it, with the move's input laid over it. */
export function factsOf(alert: Alert, today: string, input: MoveInput = {}): AlertFacts {
  const stored = alert.answeredAt ? { summary: alert.planSummary ?? '', actions: alert.planActions } : null;
  return {
    responseDueOn: alert.responseDueOn,
    today,
    ownerName: input.ownerName ?? alert.ownerName,
    ownerJob: input.ownerJob ?? alert.ownerJob,
    plan: input.plan ?? stored,
    answered: alert.answeredAt !== null,
    reason: input.reason ?? '',
  };
}
