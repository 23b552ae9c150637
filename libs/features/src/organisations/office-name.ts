import { type Actor } from '#domain/access/permissions.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Organisation } from './organisation.entity.js';

/** How a public history signs what somebody did: "Asha Rahman, Department of Health and Social Care"; a job by its own name. */
export async function nameWithOffice(tx: Transaction, actor: Actor): Promise<string> {
  const office = actor.organisationId === null ? null : await tx.repository(Organisation).findOneBy({ id: actor.organisationId });
  return office ? `${actor.name}, ${office.name}` : actor.name;
}
