import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { gapClearing } from '#domain/alerts/overdue-gap.js';
import { responseDueOn } from '#domain/alerts/response-due.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { leadOn } from '#features/missions/lead-on.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { ALERT_FOR_COUNCIL, ALERT_FOR_DEPARTMENT } from '#features/notifications/texts/alerts.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { AlertGrounds, type AlertSubject } from './alert-grounds.js';
import { newsOf, placeOf } from './alert-news.js';
import { councilReaders, departmentReaders } from './alert-recipients.js';
import { type ClearingCall } from './clear-alert.job.js';
import { type AlertCall } from './raise-alert.job.js';

const OFFICE = 'Waymark';
/** No letter or digit that can be taken for another, and no vowels, so no words. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';

/** What the system does by itself: raises alerts, once, and clears them when what they stand on is gone. */
@Injectable()
export class AlertRaisingService {
  constructor(
    private readonly grounds: AlertGrounds,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /**
   * Raises the alert that is called for and writes to the council and the lead department. Exactly one: not again for the
   * same judgement or the same date of the same gap, and on judgements none while one of the same kind and subject is open.
   * @returns null when there is nothing to raise
   */
  async raiseInTransaction(tx: Transaction, call: AlertCall): Promise<Alert | null> {
    const subject = await this.grounds.subjectOf(tx, call);
    if (!subject) return null;
    await lockSubject(tx, subject);
    if (await tx.repository(Alert).existsBy({ dedupeKey: subject.dedupeKey })) return null;
    if (subject.judgementId && (await openAlert(tx, subject))) return null;
    const sentence = await this.grounds.sentenceOf(tx, call);
    if (!sentence) return null;
    const today = londonDate(tx.now);
    const leads = await tx.repository(MissionLead).find({ where: { missionId: subject.missionId }, relations: { organisation: true } });
    const lead = leadOn({ leads }, today)?.organisation;
    const { id } = await tx.repository(Alert).save({
      ...subject,
      reference: referenceFor(today),
      organisationId: lead?.id ?? null,
      sentence,
      status: 'raised',
      raisedAt: tx.now,
      responseDueOn: responseDueOn(today, await this.calendars.of('england', tx.manager)),
      planActions: [],
    });
    const text = lead ? sentence : `${sentence} No department leads this mission (vacancy).`;
    await tx.repository(AlertEvent).save({ alertId: id, action: 'raise', toStatus: 'raised', actorId: null, actorOffice: OFFICE, text, at: tx.now });
    return this.tell(tx, id);
  }

  /** Closes the open alerts that have lost their ground; they and what cleared them stay readable. @returns those that were open */
  async clearInTransaction(tx: Transaction, call: ClearingCall): Promise<Alert[]> {
    return 'judgementId' in call ? clearByRevision(tx, call.judgementId) : clearOfGap(tx, call.dataGapId);
  }

  private async tell(tx: Transaction, id: string): Promise<Alert> {
    const alert = await tx.repository(Alert).findOneOrFail({ where: { id }, relations: { mission: true, target: true, organisation: true } });
    const department = await departmentReaders(tx, alert.organisationId);
    const council = await councilReaders(tx);
    // whoever is of both is told once, as the one who has to answer
    const others = { people: council.people.filter(({ id: person }) => !department.people.some((told) => told.id === person)) };
    await this.notices.tell(tx, ALERT_FOR_DEPARTMENT, department, newsOf(alert), placeOf(alert));
    await this.notices.tell(tx, ALERT_FOR_COUNCIL, others, newsOf(alert), placeOf(alert));
    tx.describe({ alert: alert.reference, kind: alert.kind, vacancy: !alert.organisationId, told: department.people.length + others.people.length }, `alert:${alert.id}`);
    return alert;
  }
}

async function clearByRevision(tx: Transaction, judgementId: string): Promise<Alert[]> {
  const judgement = await tx.repository(Judgement).findOneBy({ id: judgementId });
  if (!judgement?.targetId) return [];
  const subject = { kind: 'target-off-track', missionId: judgement.missionId, targetId: judgement.targetId, dataGapId: null } as const;
  await lockSubject(tx, subject);
  const alert = await openAlert(tx, subject);
  return alert ? [await clear(tx, alert, { text: `Cleared by revision: ${judgement.sentence}`, cause: 'revision' })] : [];
}

/** A gap may have an alert for each date that passed. */
async function clearOfGap(tx: Transaction, dataGapId: string): Promise<Alert[]> {
  const gap = await tx.repository(DataGap).findOneBy({ id: dataGapId });
  const text = gap && gapClearing(gap);
  if (!text) return [];
  await lockSubject(tx, { kind: 'data-gap-overdue', missionId: gap.missionId, targetId: null, dataGapId });
  const open = (await tx.repository(Alert).findBy({ dataGapId })).filter(({ status }) => status !== 'closed');
  const cleared: Alert[] = [];
  for (const alert of open) cleared.push(await clear(tx, alert, { text, cause: `data gap ${gap.state}` }));
  return cleared;
}

async function clear(tx: Transaction, alert: Alert, { text, cause }: { text: string; cause: string }): Promise<Alert> {
  const from = alert.status;
  alert.status = 'closed';
  await tx.repository(Alert).save(alert);
  await tx.repository(AlertEvent).save({ alertId: alert.id, action: 'clear', toStatus: 'closed', actorId: null, actorOffice: OFFICE, text, at: tx.now });
  tx.describe({ from, to: 'closed', cause }, `alert:${alert.id}`);
  return alert;
}

type LockedSubject = Pick<AlertSubject, 'kind' | 'missionId' | 'targetId' | 'dataGapId'>;

/** The open alert of a kind on a target, or on a mission where there is no target. */
async function openAlert(tx: Transaction, { kind, missionId, targetId }: LockedSubject): Promise<Alert | null> {
  const query = tx
    .repository(Alert)
    .createQueryBuilder('alert')
    .where(`alert.kind = :kind AND alert.missionId = :missionId AND alert.status <> 'closed'`, { kind, missionId });
  if (targetId) query.andWhere('alert.targetId = :targetId', { targetId });
  return query.getOne();
}

async function lockSubject(tx: Transaction, { kind, missionId, targetId, dataGapId }: LockedSubject): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark alert ${kind} ${dataGapId ?? targetId ?? missionId}`]);
}

/** `AL-2026-7K3D`. One that is taken makes the insert fail, and the job tries again with another. */
function referenceFor(today: string): string {
  const letters = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `AL-${today.slice(0, 4)}-${letters.join('')}`;
}
