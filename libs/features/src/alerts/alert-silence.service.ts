import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { Notices } from '#features/notifications/notices.service.js';
import { ALERT_UNANSWERED } from '#features/notifications/texts/alerts.texts.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { newsOf, placeOf } from './alert-news.js';
import { councilReaders, departmentReaders } from './alert-recipients.js';
import { alertLifeWords as words } from './alert-life.words.js';

/** What an alert waits for: an answer that has never come, or another after one that was not accepted. */
const OWED = `alert.status <> 'closed' AND (alert.answeredAt IS NULL OR alert.answerAgainDueOn IS NOT NULL)`;
const DUE = 'COALESCE(alert.answerAgainDueOn, alert.responseDueOn)';

/** Publishes "no response" by itself on the day after an answer was due: once for each date, however long nobody looked. */
@Injectable()
export class AlertSilence {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** @returns how many were published */
  async publishDue(now: Date): Promise<number> {
    const due = await this.dataSource
      .getRepository(Alert)
      .createQueryBuilder('alert')
      .select(['alert.id', 'alert.reference'])
      .where(`NOT framework_is_closed(alert.frameworkId) AND ${OWED} AND ${DUE} < :today AND (alert.noResponseDueOn IS NULL OR alert.noResponseDueOn < ${DUE})`, { today: londonDate(now) })
      .orderBy('alert.reference')
      .getMany();
    const turns = new EachInTurn();
    await turns.run(due, ({ reference }) => `alert:${reference}`, ({ id }) => this.publish(id));
    return turns.finish();
  }

  private async publish(id: string): Promise<number> {
    const actor = auditName(systemActor('job', 'alerts-without-response'));
    return countUnlessDone(this.unitOfWork.run({ actor, event: 'ALERT_UNANSWERED', subject: `alert:${id}` }, async (tx) => {
      await tx.repository(Alert).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const alert = await tx.repository(Alert).findOneOrFail({ where: { id }, relations: { framework: true, mission: true, target: true, organisation: true } });
      const dueOn = owedBy(alert);
      // asked again under the lock: an answer may have come meanwhile
      const isOwed = alert.status !== 'closed' && (alert.answeredAt === null || alert.answerAgainDueOn !== null) && dueOn < londonDate(tx.now);
      if (!isOwed || (alert.noResponseDueOn !== null && alert.noResponseDueOn >= dueOn)) throw new DoneElsewhere();
      alert.noResponseDueOn = dueOn;
      const saved = await tx.repository(Alert).save(alert);
      const text = words.silence.event(alert.organisation?.name, longDate(dueOn));
      await tx.repository(AlertEvent).save({ alertId: id, action: 'no-response', toStatus: alert.status, actorId: null, actorOffice: words.service, text, at: tx.now });
      await this.tell(tx, saved, text);
      tx.describe({ alert: alert.reference, dueOn }, `alert:${id}`);
    }));
  }

  private async tell(tx: Transaction, alert: Alert, text: string): Promise<void> {
    const [council, department] = [await councilReaders(tx), await departmentReaders(tx, alert.organisationId)];
    const readers = { people: [...council.people, ...department.people], ...(department.mailboxes ? { mailboxes: department.mailboxes } : {}) };
    await this.notices.tell(tx, ALERT_UNANSWERED, readers, { ...newsOf(alert), text }, placeOf(alert));
  }
}
