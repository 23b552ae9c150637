import { type Actor } from '#domain/access/permissions.js';
import { peopleOfOrganisation, peopleWithRoles } from '#features/access/people-to-tell.js';
import { type NoticeReaders } from '#features/notifications/notices.service.js';
import { type QuestionNews } from '#features/notifications/texts/inquiries.texts.js';
import { nameWithOffice } from '#features/organisations/office-name.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryEvent, type InquiryEventAction } from './inquiry-event.entity.js';
import { InquiryQuestion } from './inquiry-question.entity.js';
import { inquiriesPaths } from './inquiries.paths.js';

/** Writes a line of an inquiry's timeline. @param actor null for Waymark itself */
export async function recordInquiry(
  tx: Transaction,
  actor: Actor | null,
  { id, state }: Pick<Inquiry, 'id' | 'state'>,
  { action, questionId = null, text = '' }: { action: InquiryEventAction; questionId?: string | null; text?: string },
): Promise<void> {
  const actorName = actor === null ? 'Waymark' : await nameWithOffice(tx, actor);
  await tx.repository(InquiryEvent).insert({ inquiryId: id, questionId, action, toState: state, actorId: actor?.id ?? null, actorName, text, at: tx.now });
}

/** Of a question with its organisation. */
export function questionNews({ reference, title }: Inquiry, { organisation, dueOn }: InquiryQuestion): QuestionNews {
  return { reference, title, organisation: organisation.name, dueOn };
}

export function placeOfQuestion({ reference }: Inquiry, { id }: InquiryQuestion): { about: string; path: string } {
  return { about: `inquiry-question:${id}`, path: inquiriesPaths.question(reference, id) };
}

/** Those who may answer for an organisation, and its office. */
export async function peopleAsked(tx: Transaction, { id, name, mailbox }: Organisation): Promise<NoticeReaders> {
  return { people: await peopleOfOrganisation(tx, id, ['official', 'sro', 'place-official', 'director']), mailboxes: mailbox === null ? [] : [{ name, email: mailbox }] };
}

export async function councilMembers(tx: Transaction): Promise<NoticeReaders> {
  return { people: await peopleWithRoles(tx, ['council-member', 'council-chair']) };
}

/** The inquiry under its lock. @throws ApplicationError 404; 409 where a page showed an earlier one */
export async function lockedInquiry(tx: Transaction, reference: string, rowVersion?: number): Promise<Inquiry> {
  const inquiry = await tx.repository(Inquiry).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
  if (!inquiry) throw ApplicationError.notFound('That inquiry');
  if (rowVersion !== undefined && inquiry.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this inquiry since you opened it');
  return inquiry;
}

/** Moves the inquiry's version: whoever was about to publish sees what is new first. */
export async function touchInquiry(tx: Transaction, { id }: Inquiry): Promise<void> {
  await tx.repository(Inquiry).update({ id }, { changedAt: tx.now });
}

/** A question of this inquiry, with its organisation. @throws ApplicationError 404 */
export async function questionOf(tx: Transaction, { id: inquiryId }: Inquiry, id: string): Promise<InquiryQuestion> {
  const question = await tx.repository(InquiryQuestion).findOne({ where: { id, inquiryId }, relations: { organisation: true } });
  if (!question) throw ApplicationError.notFound('That question');
  return question;
}
