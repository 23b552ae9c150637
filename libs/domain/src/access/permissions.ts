import { type Role } from './roles.js';

/**
 * Every permission, with the roles that hold it. `anyone` needs no sign-in, `signed-in` needs no role.
 * Own-department and separation-of-duties rules come on top, in the services and in the database.
 */
export const PERMISSIONS = {
  'public.read': 'anyone',
  'session.create': 'anyone',
  'session.end': 'signed-in',
  'account.read': 'signed-in',
  'submission.list': ['official', 'sro'],
  'submission.read': ['official', 'sro', 'reviewer', 'council-member', 'council-chair'],
  'submission.edit': ['official'],
  'submission.withdraw': ['official', 'sro'],
  'submission.sign': ['sro'],
  'review.list': ['reviewer', 'council-member', 'council-chair'],
  'review.decide': ['reviewer'],
  'alert.acknowledge': ['official', 'sro'],
  'alert.respond': ['sro'],
  'alert.decide': ['council-member', 'council-chair'],
  'judgement.write-council': ['council-member', 'council-chair'],
  'place.reply': ['place-official'],
  'observation.import': ['statistician'],
  'data-gap.manage': ['statistician', 'administrator'],
  'data-gap.plan': ['official', 'sro'],
  'import.read': ['statistician'],
  'framework.import': ['administrator'],
  'user.manage': ['administrator'],
  'token.manage': ['administrator'],
  'queue.read': ['administrator'],
  'mailbox.read': ['administrator'],
} as const satisfies Record<string, 'anyone' | 'signed-in' | readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whoever acts: a person, the system itself, or a visitor who is not signed in. */
export interface Actor {
  kind: 'user' | 'visitor' | 'job' | 'command';
  /** The person's id, the job's or command's name, or '' for a visitor. */
  id: string;
  name: string;
  roles: readonly Role[];
  organisationId: string | null;
  /** Where a secondee comes from: bars a review by itself. */
  homeOrganisationId: string | null;
  /** The permissions of the token that they came with: beside what everybody may, they may do no more than these, whatever their roles. */
  limitedTo?: readonly Permission[];
  /** The token that they came with. */
  tokenId?: string;
}

export const VISITOR: Actor = { kind: 'visitor', id: '', name: 'Visitor', roles: [], organisationId: null, homeOrganisationId: null };

/** The system acting on its own: in a job, or at the command line by somebody with the machine. */
export function systemActor(kind: 'job' | 'command', name: string): Actor {
  return { kind, id: name, name, roles: [], organisationId: null, homeOrganisationId: null };
}

/** How the audit chain names an actor: ids only. */
export function auditName(actor: Actor): string {
  return actor.kind === 'visitor' ? 'visitor' : `${actor.kind}:${actor.id}`;
}

/** Commands run with the machine's rights and jobs only do what a move has asked for; people and visitors need the permission. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'job' || actor.kind === 'command') return true;
  const holders: 'anyone' | 'signed-in' | readonly Role[] = PERMISSIONS[permission];
  if (holders === 'anyone') return true;
  if (actor.kind === 'visitor') return false;
  if (actor.limitedTo && !actor.limitedTo.includes(permission)) return false;
  return holders === 'signed-in' || actor.roles.some((role) => holders.includes(role));
}
