import { type Actor } from '#domain/access/permissions.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { type NoticeReaders } from '#features/notifications/notices.service.js';
import { type ConsultationNews } from '#features/notifications/texts/consultations.texts.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type Consultation } from './consultation.entity.js';
import { ConsultationEvent } from './consultation-event.entity.js';
import { consultationsPaths } from './consultations.paths.js';

/** Writes a line of a consultation's history. @param actor null for Waymark itself */
export async function recordConsultation(
  tx: Transaction,
  actor: Actor | null,
  consultationId: string,
  { action, organisationId = null, text = '' }: { action: ConsultationEvent['action']; organisationId?: string | null; text?: string },
): Promise<void> {
  const actorName = actor === null ? 'Waymark' : await nameWithOffice(tx, actor);
  await tx.repository(ConsultationEvent).insert({ consultationId, action, organisationId, actorId: actor?.id ?? null, actorName, text, at: tx.now });
}

/** @param dueOn the day that the notice is about */
export function consultationNews({ reference, title, organisation }: Consultation, dueOn: string): ConsultationNews {
  return { reference, title, asker: organisation.name, dueOn };
}

export function placeOfConsultation({ id, reference }: Consultation): { about: string; path: string } {
  return { about: `consultation:${id}`, path: consultationsPaths.show(reference) };
}

/** Everybody of a body who may reply, and its office. */
export async function repliersOf(tx: Transaction, { id, name, mailbox }: Organisation): Promise<NoticeReaders> {
  const people = await peopleOfOrganisation(tx, id, ['place-official', 'director']);
  return { people, mailboxes: mailbox === null ? [] : [{ name, email: mailbox }] };
}

/** Those of the asker who may respond. */
export async function askersOf(tx: Transaction, { organisationId }: Consultation): Promise<NoticeReaders> {
  return { people: await peopleOfOrganisation(tx, organisationId, ['official', 'sro', 'council-member', 'council-chair']) };
}
