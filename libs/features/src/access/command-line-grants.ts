import { type GrantKind, isCouncilRole } from '#domain/access/council-grants.js';
import { type Role } from '#domain/access/roles.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { CouncilGrant } from './council-grant.entity.js';
import { officesOf } from './offices.js';
import { User } from './user.entity.js';

/** A role of the council given or taken by whoever has the machine. */
export interface CommandLineGrant {
  kind: GrantKind;
  role: Role;
  /** Why, in public. */
  reason: string;
}

/** Enters each in the public register as done at the command line, then gives or takes the role. */
export async function enterAtCommandLine(tx: Transaction, person: User, changes: readonly CommandLineGrant[]): Promise<User> {
  const personOffices = await officesOf(tx, person);
  const grants = tx.repository(CouncilGrant);
  for (const { kind, role, reason } of changes) {
    await grants.insert({
      personId: person.id, role, kind, state: 'confirmed', source: 'command-line', personName: person.name, personOffices, reason,
      proposedBy: null, proposedByName: null, proposedAt: tx.now, decidedBy: null, decidedByName: null, decidedAt: tx.now, decisionReason: '', rowVersion: 1,
    });
  }
  return withRoles(tx, person, changes);
}

/** Gives and takes roles whose lines in the register are confirmed. */
export async function withRoles(tx: Transaction, person: User, changes: readonly Pick<CommandLineGrant, 'kind' | 'role'>[]): Promise<User> {
  const taken = changes.filter(({ kind }) => kind === 'removal').map(({ role }) => role);
  const given = changes.filter(({ kind }) => kind === 'grant').map(({ role }) => role);
  person.roles = [...person.roles.filter((role) => !taken.includes(role)), ...given];
  await tx.repository(User).update({ id: person.id }, { roles: person.roles });
  return person;
}

/** The roles of the council among these, as lines of the register. */
export function councilGrantsOf(roles: readonly Role[], reason: string): CommandLineGrant[] {
  return roles.filter(isCouncilRole).map((role) => ({ kind: 'grant', role, reason }));
}
