import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { CONSULTATION_STATES } from '#domain/consultations/consultation-status.js';
import { CONSULTATION_WORKFLOW } from '#domain/consultations/consultation-workflow.js';
import { consultationBlockers, defaultRespondBy, type NewConsultation } from '#domain/consultations/new-consultation.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CONSULTATION_ENDED } from '#features/notifications/texts/consultations.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { shortReference } from '#platform/references/short-reference.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Consultation } from './consultation.entity.js';
import { consultationNews, placeOfConsultation, recordConsultation, repliersOf } from './consultation-records.js';
import { invite, openConsultation } from './consultation-opening.js';
import { ConsultationReply } from './consultation-reply.entity.js';

/** What somebody asks, of whom. */
export interface AskedConsultation extends NewConsultation {
  /** `mission:<id>` or `target:<id>` */
  subject: string;
  everyBody: boolean;
  /** Ids of the bodies, where not every one is asked. */
  bodies: readonly string[];
}

/** A consultation as its page showed it. */
export interface OpenedConsultation {
  reference: string;
  rowVersion: number;
}

/** Consultations of places by lead departments and the council. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** Announces a consultation. It opens by the clock on its first day, at once where that is today. @returns its reference */
  async announce(actor: Actor, asked: AskedConsultation): Promise<string> {
    requirePermission(actor, 'consultation.open');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'CONSULTATION_ANNOUNCED', subject: 'consultation:new' }, async (tx) => {
      const today = londonDate(tx.now);
      const subject = await subjectOf(tx, actor, asked.subject, today);
      const bodies = await bodiesOf(tx, asked);
      const reasons: Reason[] = [
        ...(subject ? [] : [{ code: 'subject-missing', message: 'Select a mission or target that is yours to consult on', field: 'subject' }]),
        ...consultationBlockers(asked, today),
        ...(bodies.length > 0 ? [] : [{ code: 'bodies-missing', message: 'Select at least one body to ask', field: 'bodies' }]),
      ];
      const { opensOn, closesOn } = asked;
      if (reasons.length > 0 || !subject || actor.organisationId === null) throw ApplicationError.invalid(reasons);
      const consultation = await tx.repository(Consultation).save({
        ...subject, opensOn, closesOn, respondBy: asked.respondBy === '' ? defaultRespondBy(closesOn) : asked.respondBy, reference: shortReference('CN', today), organisationId: actor.organisationId,
        title: asked.title.trim(), question: asked.question.trim(), documents: [...asked.documents], everyBody: asked.everyBody, state: 'announced' as const,
        changes: null, reason: null, openedBy: actor.id, announcedAt: tx.now, endedAt: null, overdueAt: null,
      });
      await invite(tx, consultation.id, bodies.map(({ id }) => id));
      await recordConsultation(tx, actor, consultation.id, { action: 'announce', text: consultation.question });
      if (opensOn <= today) await openConsultation(tx, this.notices, await tx.repository(Consultation).findOneOrFail({ where: { id: consultation.id }, relations: { organisation: true } }));
      tx.describe({ reference: consultation.reference, bodies: bodies.length }, `consultation:${consultation.id}`);
      return consultation.reference;
    });
  }

  /** Publishes what was changed and why. */
  async respond(actor: Actor, opened: OpenedConsultation, { changes, reason }: { changes: string; reason: string }): Promise<void> {
    requirePermission(actor, 'consultation.open');
    await this.end(actor, opened, 'respond', { changes: changes.trim(), reason: reason.trim() });
  }

  async withdraw(actor: Actor, opened: OpenedConsultation, reason: string): Promise<void> {
    requirePermission(actor, 'consultation.open');
    await this.end(actor, opened, 'withdraw', { changes: '', reason: reason.trim() });
  }

  private async end(actor: Actor, opened: OpenedConsultation, action: 'respond' | 'withdraw', words: { changes: string; reason: string }): Promise<void> {
    const event = action === 'respond' ? 'CONSULTATION_RESPONDED' : 'CONSULTATION_WITHDRAWN';
    await this.unitOfWork.run({ actor: auditName(actor), event, subject: `consultation:${opened.reference}` }, async (tx) => {
      const consultation = await takeConsultation(tx, actor, opened);
      const arrow = transitionFor(CONSULTATION_WORKFLOW, consultation.state, action, ['asker']);
      if (!arrow) throw ApplicationError.conflict(`The consultation stands at “${CONSULTATION_STATES[consultation.state]}”, so this is not possible now`, 'not-from-here');
      const { opensOn, closesOn } = consultation;
      const refusals = arrow.refuse?.({ opensOn, closesOn, today: londonDate(tx.now), ...words }) ?? [];
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      await tx.repository(Consultation).save({ ...consultation, state: arrow.to, changes: action === 'respond' ? words.changes : null, reason: words.reason, endedAt: tx.now });
      await recordConsultation(tx, actor, consultation.id, { action, text: [words.changes, words.reason].filter((text) => text !== '').join('\n\n') });
      const news = { ...consultationNews(consultation, closesOn), withdrawn: action === 'withdraw' };
      for (const { organisation } of await tx.repository(ConsultationReply).find({ where: { consultationId: consultation.id }, relations: { organisation: true } })) {
        await this.notices.tell(tx, CONSULTATION_ENDED, await repliersOf(tx, organisation), news, placeOfConsultation(consultation));
      }
      tx.describe({ reference: consultation.reference, from: consultation.state, to: arrow.to });
    });
  }
}

/** @throws ApplicationError 404 unknown, 403 another asker's, 409 changed since the page was opened */
async function takeConsultation(tx: Transaction, actor: Actor, { reference, rowVersion }: OpenedConsultation): Promise<Consultation> {
  const locked = await tx.repository(Consultation).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
  if (!locked) throw ApplicationError.notFound('That consultation');
  if (locked.organisationId !== actor.organisationId) throw ApplicationError.forbidden('This consultation is another organisation’s', 'not-yours');
  if (locked.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this consultation since you opened it');
  return tx.repository(Consultation).findOneOrFail({ where: { id: locked.id }, relations: { organisation: true } });
}

/** The mission or target, where the actor may consult on it: the council on all, a department on what it leads today. */
async function subjectOf(tx: Transaction, actor: Actor, subject: string, today: string): Promise<{ missionId: string; targetId: string | null } | null> {
  const [kind, id = ''] = subject.split(':');
  if (!isUUID(id)) return null;
  const target = kind === 'target' ? await tx.repository(Target).findOneBy({ id }) : null;
  const missionId = kind === 'mission' ? id : target?.missionId;
  const mission = missionId === undefined ? null : await tx.repository(Mission).findOne({ where: { id: missionId }, relations: { leads: { organisation: true } } });
  if (!mission || !mayConsultOn(actor, leadOn(mission, today)?.organisationId ?? null)) return null;
  return { missionId: mission.id, targetId: target?.id ?? null };
}

/** @param leadId who leads the mission today; null in a vacancy */
export function mayConsultOn(actor: Actor, leadId: string | null): boolean {
  return actor.roles.some((role) => role === 'council-member' || role === 'council-chair') || (leadId !== null && actor.organisationId === leadId);
}

async function bodiesOf(tx: Transaction, { everyBody, bodies }: AskedConsultation): Promise<Organisation[]> {
  const asked = bodies.filter((id) => isUUID(id));
  return tx.repository(Organisation).findBy({ kind: 'sub-national', ...(everyBody ? {} : { id: In(asked) }) });
}
