import { type Refusal } from '#domain/workflow/transition-table.js';
import { COUNCIL_ROLES, type Role } from './roles.js';

/** A role of the council, given or taken. */
export type GrantKind = 'grant' | 'removal';

/** Two people propose and confirm; refused and withdrawn ones stay on the public page. */
export type GrantState = 'proposed' | 'confirmed' | 'refused' | 'withdrawn';

/** How it came about: by two people, by whoever has the machine, or before there was a register. */
export type GrantSource = 'two-people' | 'command-line' | 'before-register';

/** Longest reason, in characters. */
export const LONGEST_GRANT_REASON = 1000;

/** Whoever proposes or decides, or whom it concerns. */
export interface GrantPerson {
  id: string;
  roles: readonly Role[];
  disabled: boolean;
}

/** A wish to give or take a role. */
export interface WantedGrant {
  kind: GrantKind;
  role: Role;
  reason: string;
}

/** Those who work for a department, keep the machine or speak for a place do not sit in the council at the same time. */
const NOT_BESIDE: readonly Role[] = ['official', 'sro', 'administrator', 'place-official', 'director'];

export function isCouncilRole(role: string): role is Role {
  return COUNCIL_ROLES.some((name) => name === role);
}

/** What is wrong with a proposal; none where it may be made. */
export function proposalRefusals(by: GrantPerson, person: GrantPerson, { kind, role, reason }: WantedGrant): Refusal[] {
  const refusals: Refusal[] = [];
  if (!isCouncilRole(role)) refusals.push({ code: 'not-a-council-role', message: 'Select a role of the council', field: 'role' });
  if (by.id === person.id) refusals.push({ code: 'own-role', message: 'Somebody else must propose it: nobody proposes a role of the council for themselves, or gives up one without another person', field: 'person' });
  if (person.disabled) refusals.push({ code: 'disabled', message: 'Their account is disabled', field: 'person' });
  const holds = person.roles.includes(role);
  if (kind === 'grant' && holds) refusals.push({ code: 'holds-already', message: 'They hold this role already', field: 'role' });
  if (kind === 'removal' && !holds) refusals.push({ code: 'holds-not', message: 'They do not hold this role', field: 'role' });
  if (kind === 'grant' && person.roles.some((held) => NOT_BESIDE.includes(held))) {
    refusals.push({ code: 'other-office', message: 'Whoever works for a department or a place, or is an administrator, cannot sit in the council at the same time: take that role from them first', field: 'person' });
  }
  if (reason.trim() === '') refusals.push({ code: 'reason-missing', message: 'Enter why, and who appointed them', field: 'reason' });
  if (reason.length > LONGEST_GRANT_REASON) refusals.push({ code: 'reason-long', message: `Why must be ${LONGEST_GRANT_REASON.toLocaleString('en-GB')} characters or less`, field: 'reason' });
  return refusals;
}

/** A proposal that waits, as far as who may decide on it goes. */
export interface WaitingGrant {
  kind: GrantKind;
  role: Role;
  personId: string;
  proposedBy: string | null;
}

/**
 * Who may confirm or refuse: a chair of the council who neither proposed it nor is concerned by it. The first chair ever is confirmed by
 * a second administrator, because nobody else is there.
 * @param everChaired whether anybody has ever been given the chair
 */
export function decisionRefusals(by: GrantPerson, grant: WaitingGrant, everChaired: boolean): Refusal[] {
  if (by.id === grant.proposedBy) return [{ code: 'own-proposal', message: 'Somebody else must decide on what you proposed' }];
  if (by.id === grant.personId) return [{ code: 'own-role', message: 'Nobody decides on a role of their own' }];
  if (by.disabled) return [{ code: 'disabled', message: 'Your account is disabled' }];
  if (by.roles.includes('council-chair')) return [];
  if (isFirstChair(grant, everChaired) && by.roles.includes('administrator')) return [];
  return [{ code: 'not-a-chair', message: 'Only a chair of the council decides on its roles' }];
}

export function isFirstChair({ kind, role }: Pick<WaitingGrant, 'kind' | 'role'>, everChaired: boolean): boolean {
  return !everChaired && kind === 'grant' && role === 'council-chair';
}

/** An administrator changes roles that are not the council's, of others. @param changed the roles that are given or taken */
export function directRoleRefusals(by: Pick<GrantPerson, 'id'>, person: GrantPerson, wanted: readonly Role[]): Refusal[] {
  const changed = [...wanted.filter((role) => !person.roles.includes(role)), ...person.roles.filter((role) => !wanted.includes(role))];
  if (changed.some(isCouncilRole)) return [{ code: 'council-role', message: 'A role of the council needs two people: propose it', field: 'roles' }];
  if (by.id === person.id && changed.length > 0) return [{ code: 'own-role', message: 'Another administrator must change your roles', field: 'roles' }];
  if (wanted.some(isCouncilRole) && wanted.some((role) => NOT_BESIDE.includes(role) && changed.includes(role))) {
    return [{ code: 'other-office', message: 'People of the council cannot work for a department or a place, or be administrators, at the same time', field: 'roles' }];
  }
  return [];
}
