import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { ALERT_KINDS } from '#domain/alerts/alert-status.js';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { draftEscalationLetter, type EscalationFact } from '#domain/letters/escalation-letter.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { AlertEvent } from '#features/alerts/alert-event.entity.js';
import { subjectOfAlert } from '#features/alerts/alert-subject.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { eventHeading } from '#features/alerts/alerts.words.js';
import { Notices } from '#features/notifications/notices.service.js';
import { londonDate } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Letter } from './letter.entity.js';
import { tellOfDraft } from './letter-drafted.js';
import { keepDraft, officeOf } from './letter-keeping.js';

/** To escalate is to write a letter: the decision and the draft from the facts are one move. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: AlertsService,
    private readonly settings: Settings,
    private readonly notices: Notices,
  ) {}

  /** @returns the draft. @throws ApplicationError as any decision on an alert does */
  async escalate(actor: Actor, reference: string, input: { reason: string; rowVersion: number }): Promise<Letter> {
    requirePermission(actor, 'alert.decide');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'ALERT_DECIDED', subject: `alert:${reference}` }, async (tx) => {
      const alert = await this.alerts.moveInTransaction(tx, actor, reference, 'escalate', { reason: input.reason.trim(), rowVersion: input.rowVersion });
      const letter = (await tx.repository(Letter).findOneBy({ alertId: alert.id, kind: 'escalation', status: 'draft' })) ?? (await this.draft(tx, actor, alert, input.reason.trim()));
      tx.describe({ letter: letter.reference });
      return letter;
    });
  }

  private async draft(tx: Transaction, actor: Actor, alert: Alert, reason: string): Promise<Letter> {
    const events = await tx.repository(AlertEvent).find({ where: { alertId: alert.id }, order: { sequence: 'ASC' } });
    const council = await officeOf(tx, actor.organisationId);
    const content = draftEscalationLetter({
      reference: alert.reference,
      address: `${this.settings.baseUrl}${alertsPaths.show(alert.reference)}`,
      subject: subjectOfAlert(alert).text,
      target: alert.target?.title ?? null,
      kind: ALERT_KINDS[alert.kind],
      sentence: alert.sentence,
      raisedOn: longDate(londonDate(alert.raisedAt)),
      department: alert.organisation?.name ?? null,
      answerDueOn: longDate(owedBy(alert)),
      answered: alert.answeredAt !== null,
      history: events.filter(({ action }) => action !== 'escalate').map((event) => historyFact(alert, event)),
      reason,
      council: council ? `the ${council.replace(/^the /i, '')}` : 'the council',
    });
    const letter = await keepDraft(tx, { kind: 'escalation', alertId: alert.id, missionId: alert.missionId, organisationId: alert.organisationId }, content, null);
    await tellOfDraft(tx, this.notices, letter, actor);
    return letter;
  }
}

function historyFact(alert: Alert, { action, at, actorOffice, text }: AlertEvent): EscalationFact {
  return { on: longDate(londonDate(at)), what: eventHeading(alert.kind, action), office: actorOffice, text };
}
