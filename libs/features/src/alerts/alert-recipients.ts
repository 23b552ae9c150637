import { COUNCIL_ROLES } from '#domain/access/roles.js';
import { peopleOfOrganisation, peopleWithRoles } from '#features/access/people-to-tell.js';
import { type NoticeReaders } from '#features/notifications/notices.service.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';

/** Everybody with a role of the council. */
export async function councilReaders(tx: Transaction): Promise<NoticeReaders> {
  return { people: await peopleWithRoles(tx, COUNCIL_ROLES) };
}

/** Whoever loads figures and keeps the register of what they lack. */
export async function statisticianReaders(tx: Transaction): Promise<NoticeReaders> {
  return { people: await peopleWithRoles(tx, ['statistician']) };
}

/** The officials and SROs of a department and its mailbox; nobody in a vacancy. */
export async function departmentReaders(tx: Transaction, organisationId: string | null): Promise<NoticeReaders> {
  if (!organisationId) return { people: [] };
  const people = await peopleOfOrganisation(tx, organisationId, ['official', 'sro']);
  const office = await tx.repository(Organisation).findOneBy({ id: organisationId });
  const email = office?.mailbox?.trim().toLowerCase();
  return { people, mailboxes: office && email ? [{ name: office.name, email }] : [] };
}

/** Leaves out whoever is told as one of others already. */
export function without({ people, mailboxes }: NoticeReaders, others: NoticeReaders): NoticeReaders {
  return { people: people.filter(({ id }) => !others.people.some((told) => told.id === id)), ...(mailboxes ? { mailboxes } : {}) };
}
