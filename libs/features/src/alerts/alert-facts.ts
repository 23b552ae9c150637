import { type RecoveryAction, type RecoveryPlan } from '#domain/alerts/alert-blockers.js';
import { type AlertFacts } from '#domain/alerts/alert-workflow.js';
import { type Alert, type PlannedAction } from './alert.entity.js';

/** What a move brings with it. */
export interface MoveInput {
  ownerName?: string;
  ownerJob?: string;
  plan?: RecoveryPlan | undefined;
  reason?: string;
}

/** The alert as the table judges it, with the move's input laid over it. */
export function factsOf(alert: Alert, today: string, input: MoveInput = {}): AlertFacts {
  return {
    responseDueOn: alert.responseDueOn,
    today,
    ownerName: input.ownerName ?? alert.ownerName,
    ownerJob: input.ownerJob ?? alert.ownerJob,
    plan: input.plan ?? publishedPlan(alert),
    answered: alert.answeredAt !== null,
    reason: input.reason ?? '',
  };
}

/** The plan that stands, as it was typed; null where there is none. */
export function publishedPlan(alert: Alert): RecoveryPlan | null {
  return alert.answeredAt ? { summary: alert.planSummary ?? '', actions: alert.planActions.map(typedAction) } : null;
}

function typedAction({ action, owner, dueOn, expectedEffect, metric, releaseExpectedOn, expectedChange }: PlannedAction): RecoveryAction {
  const change = expectedChange === null || expectedChange === undefined ? '' : String(expectedChange);
  return { action, owner, dueOn, expectedEffect, expectedChange: change, metric: metric ?? '', releaseExpectedOn: releaseExpectedOn ?? '' };
}
