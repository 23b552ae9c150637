import { type Role } from '#domain/access/roles.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { User } from './user.entity.js';

/** People of an organisation who hold one of the roles, by address; nobody whose account is disabled. */
export async function peopleOfOrganisation(tx: Transaction, organisationId: string, roles: readonly Role[]): Promise<User[]> {
  return tx
    .repository(User)
    .createQueryBuilder('person')
    .where('person.organisationId = :organisationId AND person.roles && :roles AND person.disabledAt IS NULL', { organisationId, roles })
    .orderBy('person.email')
    .getMany();
}

/** Everybody who holds one of the roles, wherever they are. */
export async function peopleWithRoles(tx: Transaction, roles: readonly Role[]): Promise<User[]> {
  return tx.repository(User).createQueryBuilder('person').where('person.roles && :roles AND person.disabledAt IS NULL', { roles }).orderBy('person.email').getMany();
}

/** People by id; unknown, missing and disabled ones are left out. */
export async function peopleById(tx: Transaction, ids: readonly (string | null)[]): Promise<User[]> {
  return tx
    .repository(User)
    .createQueryBuilder('person')
    .where('person.id = ANY(:ids) AND person.disabledAt IS NULL', { ids: ids.filter((id) => id !== null) })
    .orderBy('person.email')
    .getMany();
}
