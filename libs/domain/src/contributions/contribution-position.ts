import { type Actor, may } from '#domain/access/permissions.js';
import type { ContributionPosition } from './contribution-status.js';

/**
 * Where somebody stands towards a request.
 * @param asking the department whose return it is for. @param asked whose contribution it is
 */
export function positionsTowardsContribution(actor: Actor, { asking, asked }: { asking: string; asked: string }): ContributionPosition[] {
  if (actor.kind === 'job') return ['clock'];
  if (actor.kind !== 'user') return [];
  return [
    ...(actor.organisationId === asking && may(actor, 'contribution.ask') ? (['asker'] as const) : []),
    ...(actor.organisationId === asked && may(actor, 'contribution.answer') ? (['answerer'] as const) : []),
  ];
}
