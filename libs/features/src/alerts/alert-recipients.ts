import { type EntityManager } from 'typeorm';
import { COUNCIL_ROLES, type Role } from '#domain/access/roles.js';
import { User } from '#features/access/user.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** Somebody who is written to. An office's mailbox has the office's name. */
export interface Recipient {
  name: string;
  email: string;
}

/** Everybody with a role of the council, each once. */
export async function councilRecipients(manager: EntityManager): Promise<Recipient[]> {
  return peopleWith(manager, COUNCIL_ROLES);
}

/** The officials and SROs of a department and its mailbox, each address once; nobody in a vacancy. */
export async function departmentRecipients(manager: EntityManager, organisationId: string | null): Promise<Recipient[]> {
  if (!organisationId) return [];
  const people = await peopleWith(manager, ['official', 'sro'], organisationId);
  const office = await manager.findOneBy(Organisation, { id: organisationId });
  const mailbox = office?.mailbox?.trim().toLowerCase();
  if (!office || !mailbox || people.some(({ email }) => email === mailbox)) return people;
  return [...people, { name: office.name, email: mailbox }];
}

async function peopleWith(manager: EntityManager, roles: readonly Role[], organisationId?: string): Promise<Recipient[]> {
  const query = manager
    .createQueryBuilder(User, 'person')
    .where('person.disabledAt IS NULL AND person.roles && :roles', { roles })
    .orderBy('person.email');
  if (organisationId) query.andWhere('person.organisationId = :organisationId', { organisationId });
  return (await query.getMany()).map(({ name, email }) => ({ name, email }));
}
