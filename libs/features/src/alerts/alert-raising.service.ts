import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CONCERNS_STATISTICIANS } from '#domain/alerts/alert-clearing.js';
import { acknowledgeDueOn } from '#domain/alerts/alert-deadlines.js';
import { type AlertKind } from '#domain/alerts/alert-status.js';
import { responseDueOn } from '#domain/alerts/response-due.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { isOfClosedFramework } from '#features/frameworks/framework-standing.js';
import { leadOn } from '#features/missions/lead-on.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { ALERT_FOR_COUNCIL, ALERT_FOR_DEPARTMENT, ALERT_FOR_STATISTICIAN } from '#features/notifications/texts/alerts.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { type AlertGround, dedupeKeyOf, subjectOf } from './alert-ground.js';
import { AlertGrounds } from './alert-grounds.js';
import { newsOf, placeOf } from './alert-news.js';
import { councilReaders, departmentReaders, statisticianReaders, without } from './alert-recipients.js';
import { type AlertCall } from './raise-alert.job.js';

export const OFFICE = 'Waymark';
/** No letter or digit that can be taken for another, and no vowels, so no words. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';

/** Raises alerts: each once per change of state, to everybody whom it concerns. */
@Injectable()
export class AlertRaisingService {
  constructor(
    private readonly grounds: AlertGrounds,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /**
   * Raises the alert that is called for, where its ground still stands.
   * @returns null when there is nothing to raise
   */
  async raiseInTransaction(tx: Transaction, call: AlertCall): Promise<Alert | null> {
    await lockKind(tx, call.kind);
    const ground = await this.grounds.calledBy(tx, call);
    return ground && this.raiseOn(tx, ground);
  }

  /**
   * Raises an alert on a ground: exactly one, not again for the same change of the same subject, and none while one on the same
   * state is open. Public, for what other rooms find by themselves (a report's date that the law sets and that has passed).
   */
  async raiseOn(tx: Transaction, ground: AlertGround): Promise<Alert | null> {
    await lockKind(tx, ground.kind);
    const { subject, change: _, since, mayRaise, owedBy, ...about } = ground;
    const dedupeKey = dedupeKeyOf(ground);
    if (!mayRaise || (await isOfClosedFramework(tx.manager, ground)) || (await tx.repository(Alert).existsBy({ dedupeKey }))) return null;
    const earlier = (await tx.repository(Alert).findBy({ kind: ground.kind, frameworkId: ground.frameworkId })).filter((alert) => subjectOf(alert) === subject);
    if (earlier.some(({ status, raisedAt }) => (since ? raisedAt > since : status !== 'closed'))) return null;
    const today = londonDate(tx.now);
    const working = await this.calendars.of('england', tx.manager);
    const organisationId = owedBy === undefined ? await leadOf(tx, ground.missionId, today) : owedBy;
    const { id } = await tx.repository(Alert).save({
      ...about,
      dedupeKey,
      reference: referenceFor(today),
      organisationId,
      raisedWithId: organisationId,
      status: 'raised',
      raisedAt: tx.now,
      acknowledgeDueOn: acknowledgeDueOn(today, working),
      responseDueOn: responseDueOn(today, working),
      planActions: [],
    });
    const vacant = organisationId === null && ground.missionId !== null && ground.kind !== 'no-lead';
    const text = vacant ? `${ground.sentence} No department leads this mission (vacancy).` : ground.sentence;
    await tx.repository(AlertEvent).save({ alertId: id, action: 'raise', toStatus: 'raised', actorId: null, actorOffice: OFFICE, text, at: tx.now });
    return this.tell(tx, id);
  }

  private async tell(tx: Transaction, id: string): Promise<Alert> {
    const alert = await tx.repository(Alert).findOneOrFail({ where: { id }, relations: { framework: true, mission: true, target: true, organisation: true } });
    const department = await departmentReaders(tx, alert.organisationId);
    // whoever is of both is told once, as the one who has to answer
    const council = without(await councilReaders(tx), department);
    const statisticians = CONCERNS_STATISTICIANS.includes(alert.kind) ? without(without(await statisticianReaders(tx), department), council) : { people: [] };
    await this.notices.tell(tx, ALERT_FOR_DEPARTMENT, department, newsOf(alert), placeOf(alert));
    await this.notices.tell(tx, ALERT_FOR_COUNCIL, council, newsOf(alert), placeOf(alert));
    await this.notices.tell(tx, ALERT_FOR_STATISTICIAN, statisticians, newsOf(alert), placeOf(alert));
    const told = department.people.length + council.people.length + statisticians.people.length;
    tx.describe({ alert: alert.reference, kind: alert.kind, vacancy: !alert.organisationId, told }, `alert:${alert.id}`);
    return alert;
  }
}

/** Whoever raises or clears alerts of a kind waits for the other, and then sees what the other has done. */
export async function lockKind(tx: Transaction, kind: AlertKind): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark alerts ${kind}`]);
}

/** Null in a vacancy, and where there is no mission to lead. */
async function leadOf(tx: Transaction, missionId: string | null, today: string): Promise<string | null> {
  if (!missionId) return null;
  const leads = await tx.repository(MissionLead).findBy({ missionId });
  return leadOn({ leads }, today)?.organisationId ?? null;
}

/** `AL-2026-7K3D`. One that is taken makes the insert fail, and the job tries again with another. */
function referenceFor(today: string): string {
  const letters = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `AL-${today.slice(0, 4)}-${letters.join('')}`;
}
