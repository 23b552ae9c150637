import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { positionsTowards } from '#domain/alerts/alert-position.js';
import { type RecoveryPlan } from '#domain/alerts/alert-blockers.js';
import { answerAgainDueOn } from '#domain/alerts/alert-deadlines.js';
import { ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { ALERT_WORKFLOW, type AlertAction, PERMISSION_OF_ALERT_ACTION } from '#domain/alerts/alert-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { Notices } from '#features/notifications/notices.service.js';
import { ALERT_MOVED } from '#features/notifications/texts/alerts.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { factsOf, type MoveInput } from './alert-facts.js';
import { newsOf, placeOf } from './alert-news.js';
import { councilReaders, departmentReaders } from './alert-recipients.js';
import { lateText, timelineText } from './alerts.words.js';
import { plannedActions } from './planned-actions.js';

type PeoplesAction = Exclude<AlertAction, 'clear'>;

/** The audit event of each move. */
const EVENTS: Record<PeoplesAction, string> = {
  acknowledge: 'ALERT_ACKNOWLEDGED',
  answer: 'ALERT_ANSWERED',
  query: 'ALERT_QUERIED',
  'ask-time': 'ALERT_TIME_ASKED',
  reply: 'ALERT_REPLIED',
  accept: 'ALERT_DECIDED',
  'not-accept': 'ALERT_DECIDED',
  escalate: 'ALERT_DECIDED',
  close: 'ALERT_DECIDED',
};

/** The moves that people make on an alert. Each is refused with the table's reasons, kept in the timeline and told to the other side. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** The department's: names who owns the answer. */
  async acknowledge(actor: Actor, reference: string, input: { ownerName: string; ownerJob: string; rowVersion: number }): Promise<Alert> {
    requirePermission(actor, 'alert.acknowledge');
    return this.move(actor, reference, 'acknowledge', { ...input, ownerName: input.ownerName.trim(), ownerJob: input.ownerJob.trim() });
  }

  /** The department's SRO's: the recovery plan, published at once. */
  async answer(actor: Actor, reference: string, input: { plan: RecoveryPlan; rowVersion: number }): Promise<Alert> {
    requirePermission(actor, 'alert.respond');
    return this.move(actor, reference, 'answer', input);
  }

  /** Either side's words, which change no state and stop no clock: a question, a request for more time, a reply. */
  async say(actor: Actor, reference: string, action: TalkAction, input: { text: string; rowVersion: number }): Promise<Alert> {
    requirePermission(actor, PERMISSION_OF_ALERT_ACTION[action]);
    return this.move(actor, reference, action, { reason: input.text.trim(), rowVersion: input.rowVersion });
  }

  /** The council's: accept, not accept or close; all but accepting with a reason. To escalate is to write a letter: see the room of letters. */
  async decide(actor: Actor, reference: string, decision: CouncilDecision, input: { reason: string; rowVersion: number }): Promise<Alert> {
    requirePermission(actor, 'alert.decide');
    return this.move(actor, reference, decision, { ...input, reason: input.reason.trim() });
  }

  private async move(actor: Actor, reference: string, action: PeoplesAction, input: MoveInput & { rowVersion: number }): Promise<Alert> {
    return this.unitOfWork.run({ actor: auditName(actor), event: EVENTS[action], subject: `alert:${reference}` }, (tx) => this.moveInTransaction(tx, actor, reference, action, input));
  }

  /** A move within another's transaction. @throws ApplicationError 403, 404, 409 where somebody was faster or the table has no such move, 422 with the reasons */
  async moveInTransaction(tx: Transaction, actor: Actor, reference: string, action: PeoplesAction, input: MoveInput & { rowVersion: number }): Promise<Alert> {
    requirePermission(actor, PERMISSION_OF_ALERT_ACTION[action]);
    const alert = await this.take(tx, actor, reference, input.rowVersion);
    const today = londonDate(tx.now);
    const arrow = transitionFor(ALERT_WORKFLOW, alert.status, action, positionsTowards(actor, alert.organisationId));
    if (!arrow) throw ApplicationError.conflict(`The alert stands at “${ALERT_STATUS[alert.status]}”, so this is not possible now`, 'not-from-here');
    const refusals = arrow.refuse?.(factsOf(alert, today, input)) ?? [];
    if (refusals.length > 0) throw refusals.some(({ field }) => field) ? ApplicationError.invalid(refusals) : ApplicationError.refused(refusals);

    const from = alert.status;
    alert.status = arrow.to;
    const late = lateText(alert, action, today);
    if (action === 'acknowledge') Object.assign(alert, { ownerName: input.ownerName, ownerJob: input.ownerJob, acknowledgedAt: alert.acknowledgedAt ?? tx.now });
    if (action === 'answer' && input.plan) await publishPlan(tx, alert, input.plan);
    if (action === 'not-accept') alert.answerAgainDueOn = answerAgainDueOn(today, await this.calendars.of('england', tx.manager));
    const saved = await tx.repository(Alert).save(alert);
    // words alone change no row: without this the same would be said twice from two windows
    if (saved.rowVersion === input.rowVersion) await tx.repository(Alert).update({ id: alert.id }, { rowVersion: () => 'row_version + 1' });
    const office = actor.organisationId ? await tx.repository(Organisation).findOneBy({ id: actor.organisationId }) : null;
    const move = { office: office?.name ?? '', text: [timelineText(action, input, alert), late].filter(Boolean).join('\n') };
    await tx.repository(AlertEvent).save({
      alertId: alert.id, action, toStatus: arrow.to, actorId: actor.id, actorOffice: move.office, text: move.text, at: tx.now,
    });
    await this.tellOtherSide(tx, saved, arrow.who === 'department' ? 'council' : 'department', move);
    tx.describe({ alert: reference, action, from, to: arrow.to }, `alert:${alert.id}`);
    return saved;
  }

  /** Locks the row until the commit, so that of two at once the second sees what the first has done. */
  private async take(tx: Transaction, actor: Actor, reference: string, rowVersion: number): Promise<Alert> {
    const alerts = tx.repository(Alert);
    const row = await alerts.findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw ApplicationError.notFound('That alert');
    await requireOpenFramework(tx.manager, row);
    if (positionsTowards(actor, row.organisationId).length === 0) {
      throw ApplicationError.forbidden('This alert is for another department to answer and for the council to decide on', 'not-yours');
    }
    if (row.rowVersion !== rowVersion) throw ApplicationError.conflict('Somebody has changed this alert since you opened it');
    return alerts.findOneOrFail({ where: { id: row.id }, relations: { framework: true, mission: true, target: true, organisation: true } });
  }

  private async tellOtherSide(tx: Transaction, alert: Alert, side: 'council' | 'department', move: { office: string; text: string }): Promise<void> {
    const readers = side === 'council' ? await councilReaders(tx) : await departmentReaders(tx, alert.organisationId);
    const mayAnswerAgain = alert.status === 'not-accepted' || alert.status === 'escalated';
    await this.notices.tell(tx, ALERT_MOVED, readers, { ...newsOf(alert), ...move, mayAnswerAgain }, placeOf(alert));
  }
}

async function publishPlan(tx: Transaction, alert: Alert, plan: RecoveryPlan): Promise<void> {
  Object.assign(alert, {
    planSummary: plan.summary.trim(),
    planActions: await plannedActions(tx, plan),
    answeredAt: tx.now,
    firstAnsweredAt: alert.firstAnsweredAt ?? tx.now,
    plansPublished: alert.plansPublished + 1,
    answerAgainDueOn: null,
  });
}

/** What the council may decide by a move alone. */
export type CouncilDecision = Extract<PeoplesAction, 'accept' | 'not-accept' | 'close'>;

/** What either side may say. */
export type TalkAction = Extract<PeoplesAction, 'query' | 'ask-time' | 'reply'>;
