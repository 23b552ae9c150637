import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { MOST_ACTIONS, type RecoveryAction, type RecoveryPlan } from '#domain/alerts/alert-blockers.js';
import { ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { positionsTowards } from '#domain/alerts/alert-position.js';
import { ALERT_WORKFLOW } from '#domain/alerts/alert-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Alert } from './alert.entity.js';
import { publishedPlan } from './alert-facts.js';
import { alertLifeWords } from './alert-life.words.js';
import { AlertsService } from './alerts.service.js';
import { RecoveryPlanDraft } from './recovery-plan-draft.entity.js';

const words = alertLifeWords.plan;

/** A plan as it is being written. Version 0: nobody has saved one yet. */
export interface DraftedPlan extends RecoveryPlan {
  rowVersion: number;
  saved: { by: string; at: Date } | null;
}

/** The draft whose page somebody has open. */
export interface OpenedDraft {
  reference: string;
  rowVersion: number;
}

/** Recovery plans while the department writes them, one action at a time. Saved unfinished; published whole or not at all. */
@Injectable()
export class RecoveryPlanDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: AlertsService,
  ) {}

  /** The draft; where there is none, the plan that stands, or an empty one. @throws ApplicationError 403 for another's alert, 409 where no plan is owed */
  async read(actor: Actor, alert: Alert): Promise<DraftedPlan> {
    requirePermission(actor, 'alert.acknowledge');
    requireWriting(actor, alert);
    const draft = await this.unitOfWork.reader.findOne(RecoveryPlanDraft, { where: { alertId: alert.id }, relations: { saver: true } });
    const own = draft && isOwn(draft, alert);
    return { ...contentOf(alert, draft), rowVersion: draft?.rowVersion ?? 0, saved: own ? { by: draft.saver.name, at: draft.savedAt } : null };
  }

  async saveSummary(actor: Actor, opened: OpenedDraft, summary: string): Promise<void> {
    await this.save(actor, opened, (plan) => ({ ...plan, summary: summary.trim() }));
  }

  /** @param index from 0; the next free one adds a line. @throws ApplicationError 409 where there is no such line any more, 422 where the plan is full */
  async putAction(actor: Actor, opened: OpenedDraft, index: number | null, line: RecoveryAction): Promise<void> {
    await this.save(actor, opened, ({ summary, actions }) => {
      if (index !== null && !actions[index]) throw ApplicationError.conflict(words.gone);
      if (index === null && actions.length >= MOST_ACTIONS) throw ApplicationError.invalid([{ code: 'too-many-actions', message: words.full(MOST_ACTIONS), field: 'action' }]);
      return { summary, actions: index === null ? [...actions, line] : actions.with(index, line) };
    });
  }

  async removeAction(actor: Actor, opened: OpenedDraft, index: number): Promise<void> {
    await this.save(actor, opened, ({ summary, actions }) => {
      if (!actions[index]) throw ApplicationError.conflict(words.gone);
      return { summary, actions: actions.toSpliced(index, 1) };
    });
  }

  /**
   * The SRO's: the draft becomes the department's answer, at once and in public, and is gone.
   * @param opened with where the alert stood: what the council has decided meanwhile is read first
   * @throws ApplicationError 409, the draft being kept; 422 with each place that lacks something
   */
  async publish(actor: Actor, { reference, rowVersion, status }: OpenedDraft & { status: string }): Promise<Alert> {
    requirePermission(actor, 'alert.respond');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'ALERT_ANSWERED', subject: `alert:${reference}` }, async (tx) => {
      const { alert, draft } = await take(tx, actor, reference);
      if (!draft || !isOwn(draft, alert)) throw ApplicationError.conflict(words.none);
      if (draft.rowVersion !== rowVersion) throw ApplicationError.conflict(words.changed);
      if (alert.status !== status) throw ApplicationError.conflict(words.moved(ALERT_STATUS[alert.status]));
      const answered = await this.alerts.moveInTransaction(tx, actor, reference, 'answer', { plan: contentOf(alert, draft), rowVersion: alert.rowVersion });
      await tx.repository(RecoveryPlanDraft).delete({ id: draft.id });
      return answered;
    });
  }

  private async save(actor: Actor, { reference, rowVersion }: OpenedDraft, change: (plan: RecoveryPlan) => RecoveryPlan): Promise<void> {
    requirePermission(actor, 'alert.acknowledge');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'RECOVERY_PLAN_SAVED', subject: `alert:${reference}` }, async (tx) => {
      const { alert, draft } = await take(tx, actor, reference);
      if ((draft?.rowVersion ?? 0) !== rowVersion) throw ApplicationError.conflict(words.changed);
      const { summary, actions } = change(contentOf(alert, draft));
      await tx.repository(RecoveryPlanDraft).save({ id: draft?.id, rowVersion: draft?.rowVersion, alertId: alert.id, summary, actions: [...actions], savedBy: actor.id, savedAt: tx.now });
      tx.describe({ alert: alert.reference, actions: actions.length }, `alert:${alert.id}`);
    });
  }
}

/** Locks the alert, so that of two first savings at once the second finds what the first has made. */
async function take(tx: Transaction, actor: Actor, reference: string): Promise<{ alert: Alert; draft: RecoveryPlanDraft | null }> {
  const alert = await tx.repository(Alert).findOne({ where: { reference }, lock: { mode: 'pessimistic_write' } });
  if (!alert) throw ApplicationError.notFound('That alert');
  requireWriting(actor, alert);
  await requireOpenFramework(tx.manager, alert);
  return { alert, draft: await tx.repository(RecoveryPlanDraft).findOne({ where: { alertId: alert.id }, relations: { saver: true } }) };
}

function requireWriting(actor: Actor, alert: Alert): void {
  if (!positionsTowards(actor, alert.organisationId).includes('department')) throw ApplicationError.forbidden('This alert is for another department to answer', 'not-yours');
  // written from the first day on, though it is published after the acknowledgement
  const isOwed = alert.status === 'raised' || transitionFor(ALERT_WORKFLOW, alert.status, 'answer', ['department']) !== undefined;
  if (!isOwed) throw ApplicationError.conflict(words.notNow, 'not-from-here');
}

/** The draft of a department that does not lead any more is nobody's. */
function isOwn({ saver }: RecoveryPlanDraft, alert: Alert): boolean {
  return saver.organisationId === alert.organisationId;
}

function contentOf(alert: Alert, draft: RecoveryPlanDraft | null): RecoveryPlan {
  if (draft && isOwn(draft, alert)) return { summary: draft.summary, actions: draft.actions };
  return publishedPlan(alert) ?? { summary: '', actions: [] };
}
