import { type Actor, may } from '#domain/access/permissions.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { ALERT_WORKFLOW, type AlertAction, type AlertFacts, type AlertPosition, PERMISSION_OF_ALERT_ACTION } from './alert-workflow.js';
import type { AlertStatus } from './alert-status.js';

/**
 * Where somebody stands towards an alert: of the department that must answer it, of the council, or neither. A secondee does
 * not decide on the department that he or she comes from. Commands make no moves.
 * @param organisationId the department that must answer; null in a vacancy
 */
export function positionsTowards(actor: Actor, organisationId: string | null): AlertPosition[] {
  if (actor.kind === 'job') return ['system'];
  if (actor.kind !== 'user') return [];
  const ofDepartment = organisationId !== null && actor.organisationId === organisationId && may(actor, 'alert.acknowledge');
  const fromDepartment = organisationId !== null && actor.homeOrganisationId === organisationId;
  return [
    ...(ofDepartment ? (['department'] as const) : []),
    ...(may(actor, 'alert.decide') && !ofDepartment && !fromDepartment ? (['council'] as const) : []),
  ];
}

/**
 * The moves that somebody is offered: in the table, with the permission, and refused for nothing but what the form still
 * has to ask (a refusal with a field).
 */
export function alertMovesFor(
  actor: Actor,
  alert: { readonly status: AlertStatus; readonly organisationId: string | null },
  facts: AlertFacts,
): { action: Exclude<AlertAction, 'clear'>; label: string }[] {
  return nextActions(ALERT_WORKFLOW, alert.status, positionsTowards(actor, alert.organisationId)).flatMap(({ action, label, refuse }) => {
    if (action === 'clear' || !may(actor, PERMISSION_OF_ALERT_ACTION[action])) return [];
    return (refuse?.(facts) ?? []).every(({ field }) => field !== undefined) ? [{ action, label }] : [];
  });
}
