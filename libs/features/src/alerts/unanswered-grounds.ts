import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { ALERT_KINDS } from '#domain/alerts/alert-status.js';
import { unansweredSentence } from '#domain/alerts/late-grounds.js';
import { dateInWords } from '#domain/judgements/figure-words.js';
import { londonDate } from '#platform/clock/clock.js';
import { type AlertGround } from './alert-ground.js';
import { Alert } from './alert.entity.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Alerts whose day for the answer has passed without one. That nobody has answered for an answer is said once, and not of itself. */
@Injectable()
export class UnansweredGrounds implements WatchedGrounds {
  readonly kind = 'response-overdue' as const;

  async standing(manager: EntityManager, at: Date): Promise<AlertGround[]> {
    const late = await manager
      .createQueryBuilder(Alert, 'alert')
      .innerJoinAndSelect('alert.organisation', 'organisation')
      .where(`alert.status <> 'closed' AND (alert.answeredAt IS NULL OR alert.answerAgainDueOn IS NOT NULL) AND COALESCE(alert.answerAgainDueOn, alert.responseDueOn) < :today`, { today: londonDate(at) })
      .andWhere('alert.kind <> :kind', { kind: this.kind })
      .orderBy('alert.reference')
      .getMany();
    return late.map((alert) => {
      const { id, kind, frameworkId, missionId, targetId, organisationId, organisation, reference } = alert;
      const dueOn = owedBy(alert);
      return {
        kind: this.kind, subject: id, change: dueOn, mayRaise: true,
        frameworkId, missionId, targetId, aboutAlertId: id, owedBy: organisationId,
        sentence: unansweredSentence({ reference, kind: ALERT_KINDS[kind], organisation: organisation?.name ?? '', responseDueOn: dueOn }),
        facts: [{ name: 'Unanswered alert', value: reference }, { name: 'Answer was due by', value: dateInWords(dueOn) }],
      };
    });
  }

  async endedBecause(manager: EntityManager, { aboutAlertId }: Alert): Promise<string> {
    const about = await manager.findOneByOrFail(Alert, { id: aboutAlertId ?? '' });
    if (about.answeredAt && about.answerAgainDueOn === null) return `Alert ${about.reference} has been answered, after its date.`;
    return about.status === 'closed' ? `Alert ${about.reference} is closed; nothing is waited for any more.` : `Nobody leads the mission of alert ${about.reference} now, so nobody can answer it.`;
  }
}
