import type { Actor } from '#domain/access/permissions.js';
import type { SubmissionPosition } from './submission-status.js';

/**
 * The positions that somebody has towards a submission of a department. The department's are held by its own people alone,
 * and whoever is an SRO stands in for nobody; a reviewer is never of the department, neither by office nor as its secondee.
 */
export function positionsTowards(actor: Actor, organisationId: string): SubmissionPosition[] {
  if (actor.kind === 'job') return ['clock'];
  const positions: SubmissionPosition[] = [];
  const ownDepartment = actor.organisationId === organisationId;
  if (ownDepartment && actor.roles.includes('official')) positions.push('drafter');
  if (ownDepartment && actor.roles.includes('sro')) positions.push('sro');
  else if (ownDepartment && actor.standsInFor) positions.push('stand-in');
  const stranger = !ownDepartment && actor.homeOrganisationId !== organisationId;
  if (stranger && actor.roles.includes('reviewer')) positions.push('reviewer');
  return positions;
}

/** Is it the actor's own department's? Secondees work for the department where they are. */
export function isOfDepartment(actor: Actor, organisationId: string): boolean {
  return actor.organisationId === organisationId && (actor.roles.includes('official') || actor.roles.includes('sro') || actor.standsInFor !== undefined);
}
