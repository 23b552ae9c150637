import { type Actor, may } from '#domain/access/permissions.js';
import { COUNCIL_ROLES } from '#domain/access/roles.js';
import { isOfDepartment } from '#domain/submissions/submission-positions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Submission } from './submission.entity.js';
import { submissionsWords } from './submissions.words.js';

type Owned = Pick<Submission, 'organisationId' | 'deliveredVersions'>;

/**
 * Its own department reads a submission in every state, the council from the first delivery on, nobody else at all.
 * @throws ApplicationError 403
 */
export function requireReadable(actor: Actor, submission: Owned): void {
  requirePermission(actor, 'submission.read');
  if (isOfDepartment(actor, submission.organisationId)) return;
  if (!isOfCouncil(actor)) throw ApplicationError.forbidden(submissionsWords.notYours);
  if (submission.deliveredVersions === 0) throw ApplicationError.forbidden(submissionsWords.notDelivered, 'not-delivered');
}

/** Does this reader see the draft, or only what was delivered? Words in writing are the department's own. */
export function seesDraft(actor: Actor, { organisationId }: Owned): boolean {
  return isOfDepartment(actor, organisationId);
}

/** @throws ApplicationError 403 for people of another department, of the council, or without a role in it. */
export function requireOwnDepartment(actor: Actor, { organisationId }: Owned): void {
  if (!isOfDepartment(actor, organisationId)) throw ApplicationError.forbidden(submissionsWords.notYours);
}

function isOfCouncil(actor: Actor): boolean {
  return may(actor, 'submission.read') && actor.roles.some((role) => COUNCIL_ROLES.includes(role));
}
