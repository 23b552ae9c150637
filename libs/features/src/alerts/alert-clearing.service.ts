import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere } from 'typeorm';
import { clearsOnFigures } from '#domain/alerts/alert-clearing.js';
import { gapClearing } from '#domain/alerts/overdue-gap.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Alert } from './alert.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { lockKind, OFFICE } from './alert-raising.service.js';
import { type ClearingCall } from './clear-alert.job.js';
import { WatchedAlerts } from './watched-alerts.js';

/** Why an alert is cleared: for the public timeline, and in a word for the audit log. */
export interface Clearing {
  text: string;
  cause: string;
}

/** Clears alerts when what they stand on is gone; they and what cleared them stay readable. */
@Injectable()
export class AlertClearingService {
  constructor(private readonly watched: WatchedAlerts) {}

  /** @returns those that were open */
  async clearInTransaction(tx: Transaction, call: ClearingCall): Promise<Alert[]> {
    if ('judgementId' in call) return clearByFigures(tx, call.judgementId);
    return 'dataGapId' in call ? clearOfGap(tx, call.dataGapId) : this.clearWatched(tx, call.alertId);
  }

  /** Public, for alerts that other rooms have raised by themselves (a late report that is published). */
  async clearByKey(tx: Transaction, { kind, dedupeKey }: Pick<Alert, 'kind' | 'dedupeKey'>, clearing: Clearing): Promise<Alert | null> {
    await lockKind(tx, kind);
    const [alert] = await openOf(tx, { dedupeKey });
    return alert ? clear(tx, alert, clearing) : null;
  }

  private async clearWatched(tx: Transaction, alertId: string): Promise<Alert[]> {
    const known = await tx.repository(Alert).findOneBy({ id: alertId });
    if (!known) return [];
    await lockKind(tx, known.kind);
    const [alert] = await openOf(tx, { id: alertId });
    const text = alert && (await this.watched.endedBecause(tx, alert));
    return text ? [await clear(tx, alert, { text, cause: 'state changed back' })] : [];
  }
}

async function clearByFigures(tx: Transaction, judgementId: string): Promise<Alert[]> {
  const judgement = await tx.repository(Judgement).findOneBy({ id: judgementId });
  if (!judgement?.targetId) return [];
  const words = judgement.cause === 'revision' ? 'Cleared by revision' : 'Cleared by new figures';
  const cleared: Alert[] = [];
  for (const kind of ['target-off-track', 'every-area-broken'] as const) {
    await lockKind(tx, kind);
    for (const alert of await openOf(tx, { kind, targetId: judgement.targetId })) {
      if (!clearsOnFigures(alert.status, judgement.cause)) continue;
      cleared.push(await clear(tx, alert, { text: `${words}: ${judgement.sentence}`, cause: judgement.cause }));
    }
  }
  return cleared;
}

/** A gap may have an alert for each date that passed. */
async function clearOfGap(tx: Transaction, dataGapId: string): Promise<Alert[]> {
  const gap = await tx.repository(DataGap).findOneBy({ id: dataGapId });
  const text = gap && gapClearing(gap);
  if (!text) return [];
  await lockKind(tx, 'data-gap-overdue');
  const cleared: Alert[] = [];
  for (const alert of await openOf(tx, { kind: 'data-gap-overdue', dataGapId })) cleared.push(await clear(tx, alert, { text, cause: `data gap ${gap.state}` }));
  return cleared;
}

/** Locked until the commit, so that a department's answer at the same moment comes before or after. */
async function openOf(tx: Transaction, where: FindOptionsWhere<Alert>): Promise<Alert[]> {
  const alerts = await tx.repository(Alert).find({ where: { ...where, frameworkId: ofOpenFramework() }, lock: { mode: 'pessimistic_write' }, order: { raisedAt: 'ASC' } });
  return alerts.filter(({ status }) => status !== 'closed');
}

async function clear(tx: Transaction, alert: Alert, { text, cause }: Clearing): Promise<Alert> {
  const from = alert.status;
  alert.status = 'closed';
  await tx.repository(Alert).save(alert);
  await tx.repository(AlertEvent).save({ alertId: alert.id, action: 'clear', toStatus: 'closed', actorId: null, actorOffice: OFFICE, text, at: tx.now });
  tx.describe({ from, to: 'closed', cause }, `alert:${alert.id}`);
  return alert;
}
