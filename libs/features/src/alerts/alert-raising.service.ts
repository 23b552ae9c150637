import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AlertKind } from '#domain/alerts/alert-status.js';
import { responseDueOn } from '#domain/alerts/response-due.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { isOffTrackOrWorse, VERDICTS } from '#domain/judgements/verdict.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { leadOn } from '#features/missions/lead-on.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { post } from '#platform/mail/post.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { raisedLetter } from './alert-letters.js';
import { councilRecipients, departmentRecipients } from './alert-recipients.js';

const OFFICE = 'Waymark';
/** No letter or digit that can be taken for another, and no vowels, so no words. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';

/** What the system does by itself: raises alerts on judgements, once, and clears them when figures are revised. */
@Injectable()
export class AlertRaisingService {
  constructor(
    private readonly judgements: JudgementsQueries,
    private readonly settings: Settings,
  ) {}

  /**
   * Raises the alert that a judgement calls for and writes to the council and the lead department. Exactly one: not again
   * for the same judgement, and none while one of the same kind and subject is open.
   * @returns null when there is nothing to raise
   */
  async raiseInTransaction(tx: Transaction, { judgementId, kind }: { judgementId: string; kind: AlertKind }): Promise<Alert | null> {
    const judgement = await tx.repository(Judgement).findOneBy({ id: judgementId });
    if (!judgement) return null;
    const { missionId } = judgement;
    const targetId = kind === 'target-off-track' ? judgement.targetId : null;
    const subject = targetId ?? missionId;
    const dedupeKey = `${kind}:${subject}:${judgement.id}`;
    await lockSubject(tx, kind, subject);
    if (await tx.repository(Alert).existsBy({ dedupeKey })) return null;
    if (await this.openAlert(tx, kind, missionId, targetId)) return null;
    const sentence = kind === 'target-off-track' ? await this.offTrackSentence(tx, judgement) : await this.conflictSentence(tx, missionId);
    if (!sentence) return null;
    const today = londonDate(tx.now);
    const leads = await tx.repository(MissionLead).find({ where: { missionId }, relations: { organisation: true } });
    const lead = leadOn({ leads }, today)?.organisation;
    const { id } = await tx.repository(Alert).save({
      reference: referenceFor(today),
      kind,
      dedupeKey,
      missionId,
      targetId,
      judgementId: judgement.id,
      organisationId: lead?.id ?? null,
      sentence,
      status: 'raised',
      raisedAt: tx.now,
      responseDueOn: responseDueOn(today),
      planActions: [],
    });
    const text = lead ? sentence : `${sentence} No department leads this mission (vacancy).`;
    await tx.repository(AlertEvent).save({ alertId: id, action: 'raise', toStatus: 'raised', actorId: null, actorOffice: OFFICE, text, at: tx.now });
    return this.tell(tx, id);
  }

  /** Closes the open alert of the judgement's target as cleared by revision; both stay readable. @returns null where none is open */
  async clearInTransaction(tx: Transaction, judgementId: string): Promise<Alert | null> {
    const judgement = await tx.repository(Judgement).findOneBy({ id: judgementId });
    if (!judgement?.targetId) return null;
    await lockSubject(tx, 'target-off-track', judgement.targetId);
    const alert = await this.openAlert(tx, 'target-off-track', judgement.missionId, judgement.targetId);
    if (!alert) return null;
    const from = alert.status;
    alert.status = 'closed';
    await tx.repository(Alert).save(alert);
    const text = `Cleared by revision: ${judgement.sentence}`;
    await tx.repository(AlertEvent).save({ alertId: alert.id, action: 'clear', toStatus: 'closed', actorId: null, actorOffice: OFFICE, text, at: tx.now });
    tx.describe({ from, to: 'closed', cause: 'revision' }, `alert:${alert.id}`);
    return alert;
  }

  private async tell(tx: Transaction, id: string): Promise<Alert> {
    const alert = await tx.repository(Alert).findOneOrFail({ where: { id }, relations: { mission: true, target: true, organisation: true } });
    const council = await councilRecipients(tx.manager);
    const department = await departmentRecipients(tx.manager, alert.organisationId);
    const about = { alert, baseUrl: this.settings.baseUrl };
    const told = new Set<string>();
    for (const [side, people] of [['department', department], ['council', council]] as const) {
      for (const person of people.filter(({ email }) => !told.has(email))) {
        told.add(person.email);
        await post(tx, raisedLetter(person, side, about));
      }
    }
    tx.describe({ alert: alert.reference, kind: alert.kind, vacancy: !alert.organisationId, letters: told.size }, `alert:${alert.id}`);
    return alert;
  }

  private async openAlert(tx: Transaction, kind: AlertKind, missionId: string, targetId: string | null): Promise<Alert | null> {
    const query = tx
      .repository(Alert)
      .createQueryBuilder('alert')
      .where(`alert.kind = :kind AND alert.missionId = :missionId AND alert.status <> 'closed'`, { kind, missionId });
    if (targetId) query.andWhere('alert.targetId = :targetId', { targetId });
    return query.getOne();
  }

  /** Undefined where a revision has cleared the judgement before this job came to its turn. */
  private async offTrackSentence(tx: Transaction, judgement: Judgement): Promise<string | undefined> {
    if (!judgement.targetId || !judgement.verdict || !isOffTrackOrWorse(judgement.verdict)) return undefined;
    const last = await tx
      .repository(Judgement)
      .findOne({ where: { targetId: judgement.targetId, kind: 'computed' }, order: { sequence: 'DESC' } });
    const cleared = last?.cause === 'revision' && last.verdict && !isOffTrackOrWorse(last.verdict);
    return cleared ? undefined : judgement.sentence;
  }

  private async conflictSentence(tx: Transaction, missionId: string): Promise<string | undefined> {
    const standing = await this.judgements.standingOfMission(missionId, tx.manager);
    if (!standing?.conflict || !standing.department || !standing.computed) return undefined;
    const { department, computed } = standing;
    return `${department.organisation} rates the likelihood that the mission’s targets are met “${DELIVERY_RATINGS[department.rating].words}”, while the figures say “${VERDICTS[computed.verdict]}”. ${computed.sentence}`;
  }
}

async function lockSubject(tx: Transaction, kind: AlertKind, subject: string): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark alert ${kind} ${subject}`]);
}

/** `AL-2026-7K3D`. One that is taken makes the insert fail, and the job tries again with another. */
function referenceFor(today: string): string {
  const letters = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `AL-${today.slice(0, 4)}-${letters.join('')}`;
}
