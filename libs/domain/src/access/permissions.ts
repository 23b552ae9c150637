import { type Role } from './roles.js';

/**
 * Every permission, with the roles that hold it. `anyone` needs no sign-in, `signed-in` needs no role.
 * Own-department and separation-of-duties rules come on top, in the services and in the database.
 */
export const PERMISSIONS = {
  'public.read': 'anyone',
  'session.create': 'anyone',
  'subscription.manage': 'anyone',
  'session.end': 'signed-in',
  'account.read': 'signed-in',
  'inbox.read': 'signed-in',
  'submission.list': ['official', 'sro'],
  'submission.read': ['official', 'sro', 'reviewer', 'council-member', 'council-chair'],
  'submission.edit': ['official'],
  'submission.withdraw': ['official', 'sro'],
  'submission.sign': ['sro'],
  'submission.comment': ['official', 'sro'],
  'submission.clear': ['official', 'sro'],
  'submission.show-draft': ['official', 'sro'],
  'delegation.manage': ['sro'],
  'review.list': ['reviewer', 'council-member', 'council-chair'],
  'review.decide': ['reviewer'],
  'review.hand-on': ['reviewer', 'council-member', 'council-chair'],
  'review.note': ['reviewer', 'council-member', 'council-chair'],
  'question.answer': ['official', 'sro'],
  'review.spread': ['reviewer', 'council-member', 'council-chair'],
  'interest.declare': ['reviewer', 'council-member', 'council-chair'],
  'absence.record': ['reviewer', 'council-member', 'council-chair'],
  'reason-template.manage': ['reviewer', 'council-member', 'council-chair'],
  'alert.acknowledge': ['official', 'sro'],
  'alert.respond': ['sro'],
  'alert.decide': ['council-member', 'council-chair'],
  'letter.write': ['council-member', 'council-chair'],
  'letter.sign': ['council-member', 'council-chair'],
  'letter.record': ['reviewer', 'council-member', 'council-chair'],
  'judgement.write-council': ['council-member', 'council-chair'],
  'quality-review.write': ['reviewer', 'council-member', 'council-chair'],
  'quality-review.publish': ['council-member', 'council-chair'],
  'interim-review.decide': ['council-member', 'council-chair'],
  'interim-review.answer': ['official', 'sro'],
  'place.reply': ['place-official'],
  'dependency.answer': ['official', 'sro'],
  'contribution.ask': ['official'],
  'contribution.answer': ['official', 'sro', 'place-official', 'director'],
  'consultation.open': ['official', 'sro', 'council-member', 'council-chair'],
  'consultation.answer': ['place-official', 'director'],
  'recommendation.make': ['council-member', 'council-chair'],
  'recommendation.answer': ['sro', 'place-official', 'director'],
  'recommendation.progress': ['official', 'sro', 'place-official', 'director'],
  'inquiry.conduct': ['council-member', 'council-chair'],
  'inquiry.answer': ['official', 'sro', 'place-official', 'director'],
  'inquiry.read-evidence': ['official', 'sro', 'place-official', 'director', 'council-member', 'council-chair'],
  'proposal.submit': ['place-official', 'director'],
  'proposal.answer': ['official', 'sro'],
  'report.write': ['council-member', 'council-chair'],
  'report.publish': ['council-chair'],
  'report.check': ['official', 'sro'],
  'report.send-reply': ['sro'],
  'director.manage': ['administrator'],
  'briefing.read': ['place-official', 'director'],
  'observation.import': ['statistician'],
  'data-gap.manage': ['statistician', 'administrator'],
  'data-gap.plan': ['official', 'sro'],
  'import.read': ['statistician'],
  'calendar.manage': ['administrator'],
  'extension.ask': ['official', 'sro'],
  'extension.decide': ['reviewer', 'council-member', 'council-chair'],
  'framework.import': ['administrator'],
  'user.manage': ['administrator'],
  'council-role.propose': ['administrator', 'council-chair'],
  'council-role.confirm': ['administrator', 'council-chair'],
  'council.keep': ['council-chair'],
  'council.decide': ['council-member', 'council-chair'],
  'council.chair': ['council-chair'],
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
  /** The SRO of the same department who has delegated signing to them for these days. */
  standsInFor?: { id: string; name: string };
  /** The permissions of the token that they came with: beside what everybody may, they may do no more than these, whatever their roles. */
  limitedTo?: readonly Permission[];
  /** The token that they came with. */
  tokenId?: string;
}

/** What a delegation lends: reading what is to be signed, signing and declining. Nobody delegates further. */
const LENT: readonly Permission[] = ['submission.list', 'submission.read', 'submission.comment', 'submission.sign'];

export const VISITOR: Actor = { kind: 'visitor', id: '', name: 'Visitor', roles: [], organisationId: null, homeOrganisationId: null };

/** The system acting on its own: in a job, or at the command line by somebody with the machine. */
export function systemActor(kind: 'job' | 'command', name: string): Actor {
  return { kind, id: name, name, roles: [], organisationId: null, homeOrganisationId: null };
}

/** What is said in the council's name: a person of the council says it, no job and no command, whoever has the machine. */
const COUNCIL_VOICE: readonly Permission[] = [
  'alert.decide', 'letter.write', 'letter.sign', 'letter.record', 'judgement.write-council', 'interim-review.decide', 'recommendation.make', 'inquiry.conduct', 'report.write',
  'report.publish', 'council.keep', 'council.decide', 'council.chair',
];

/** How the audit chain names an actor: ids only. */
export function auditName(actor: Actor): string {
  return actor.kind === 'visitor' ? 'visitor' : `${actor.kind}:${actor.id}`;
}

/** Commands run with the machine's rights and jobs only do what a move has asked for, but neither speaks for the council; people and visitors need the permission. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'job' || actor.kind === 'command') return !COUNCIL_VOICE.includes(permission);
  const holders: 'anyone' | 'signed-in' | readonly Role[] = PERMISSIONS[permission];
  if (holders === 'anyone') return true;
  if (actor.kind === 'visitor') return false;
  if (actor.limitedTo && !actor.limitedTo.includes(permission)) return false;
  if (actor.standsInFor && LENT.includes(permission)) return true;
  return holders === 'signed-in' || actor.roles.some((role) => holders.includes(role));
}
