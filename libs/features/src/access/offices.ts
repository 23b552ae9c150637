import { ROLES } from '#domain/access/roles.js';
import { isCouncilRole } from '#domain/access/council-grants.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type User } from './user.entity.js';

/** Where somebody works, where they come from, and what they do beside the council: for the public register, in words. */
export async function officesOf(tx: Transaction, person: User): Promise<string> {
  const ids = [person.organisationId, person.homeOrganisationId].filter((id) => id !== null);
  const organisations = await tx.repository(Organisation).createQueryBuilder('organisation').where('organisation.id = ANY(:ids)', { ids }).getMany();
  const nameOf = (id: string | null): string | undefined => organisations.find((organisation) => organisation.id === id)?.name;
  const home = nameOf(person.homeOrganisationId);
  const others = person.roles.filter((role) => !isCouncilRole(role)).map((role) => ROLES[role]);
  return [nameOf(person.organisationId) ?? '', ...(home ? [`on loan from ${home}`] : []), ...others].join(', ');
}

/** `Sam Doyle (Waymark service team, Administrator)`. */
export async function namedWithOffices(tx: Transaction, person: User): Promise<string> {
  const held = person.roles.filter(isCouncilRole).map((role) => ROLES[role]);
  return `${person.name} (${[await officesOf(tx, person), ...held].join(', ')})`;
}
