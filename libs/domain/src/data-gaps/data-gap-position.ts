import { type Actor, may } from '#domain/access/permissions.js';
import type { DataGapPosition } from './data-gap-workflow.js';

/**
 * Where somebody stands towards a gap: a keeper of the register, of the organisation that owns it, or neither. Commands make
 * no moves.
 * @param ownerId the organisation that owns the gap; null in a vacancy
 */
export function positionsTowardsGap(actor: Actor, ownerId: string | null): DataGapPosition[] {
  if (actor.kind === 'job') return ['system'];
  if (actor.kind !== 'user') return [];
  const ofOwner = ownerId !== null && actor.organisationId === ownerId && may(actor, 'data-gap.plan');
  return [...(may(actor, 'data-gap.manage') ? (['keeper'] as const) : []), ...(ofOwner ? (['owner'] as const) : [])];
}
