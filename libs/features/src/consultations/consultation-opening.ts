import { type Notices } from '#features/notifications/notices.service.js';
import { CONSULTATION_OPENED } from '#features/notifications/texts/consultations.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Consultation } from './consultation.entity.js';
import { consultationNews, placeOfConsultation, recordConsultation, repliersOf } from './consultation-records.js';
import { ConsultationReply } from './consultation-reply.entity.js';

/** Adds what is not invited yet. */
export async function invite(tx: Transaction, consultationId: string, organisationIds: readonly string[]): Promise<void> {
  const replies = tx.repository(ConsultationReply);
  const known = new Set((await replies.findBy({ consultationId })).map(({ organisationId }) => organisationId));
  await replies.save(
    organisationIds.filter((id) => !known.has(id)).map((organisationId) => ({
      consultationId, organisationId, state: 'invited' as const, text: '', confidential: null, confidentialReason: '', sentAt: null, remindedBefore: null,
    })),
  );
}

/** Takes replies from now on, and tells everybody who is asked. @param consultation with the organisation that asks */
export async function openConsultation(tx: Transaction, notices: Notices, consultation: Consultation): Promise<void> {
  await tx.repository(Consultation).update({ id: consultation.id }, { state: 'open' });
  if (consultation.everyBody) await invite(tx, consultation.id, (await tx.repository(Organisation).findBy({ kind: 'sub-national' })).map(({ id }) => id));
  await recordConsultation(tx, null, consultation.id, { action: 'open' });
  const invited = await tx.repository(ConsultationReply).find({ where: { consultationId: consultation.id }, relations: { organisation: true } });
  for (const { organisation } of invited) {
    await notices.tell(tx, CONSULTATION_OPENED, await repliersOf(tx, organisation), consultationNews(consultation, consultation.closesOn), placeOfConsultation(consultation));
  }
}
