import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { AlertClearingService } from './alert-clearing.service.js';
import { dedupeKeyOf } from './alert-ground.js';
import { AlertRaisingService } from './alert-raising.service.js';
import { CLEAR_ALERT } from './clear-alert.job.js';
import { RAISE_ALERT } from './raise-alert.job.js';
import { WatchedAlerts } from './watched-alerts.js';

/** Raises and clears alerts on the states that are watched: by the clock each minute, by figures after each judging. */
@Injectable()
export class AlertWatching {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly watched: WatchedAlerts,
    private readonly raising: AlertRaisingService,
    private readonly clearing: AlertClearingService,
  ) {}

  /** Each in a unit of work of its own, which asks again under its lock. @returns how many it raised and cleared */
  async watchClock(now: Date): Promise<number> {
    const turns = new EachInTurn();
    for (const grounds of this.watched.byClock) {
      const { raise, clear } = await this.watched.due(this.dataSource.manager, grounds, now);
      await turns.run(clear, ({ id }) => `alert:${id}`, ({ id }) => this.inTurn('ALERT_CLEARED', id, async (tx) => (await this.clearing.clearInTransaction(tx, { alertId: id })).length > 0));
      await turns.run(raise, dedupeKeyOf, (ground) => {
        const call = { kind: grounds.kind, dedupeKey: dedupeKeyOf(ground) };
        return this.inTurn('ALERT_RAISED', call.dedupeKey, async (tx) => (await this.raising.raiseInTransaction(tx, call)) !== null);
      });
    }
    return turns.finish();
  }

  /** Calls for what the figures and the words on them ask for, one job each. @returns how many */
  async callInTransaction(tx: Transaction): Promise<number> {
    let called = 0;
    for (const grounds of this.watched.byFigures) {
      const { raise, clear } = await this.watched.due(tx.manager, grounds, tx.now);
      for (const { id } of clear) await tx.enqueue(CLEAR_ALERT, { alertId: id });
      for (const ground of raise) await tx.enqueue(RAISE_ALERT, { kind: grounds.kind, dedupeKey: dedupeKeyOf(ground) });
      called += clear.length + raise.length;
    }
    return called;
  }

  private async inTurn(event: string, about: string, work: (tx: Transaction) => Promise<boolean>): Promise<number> {
    const move = { actor: auditName(systemActor('job', 'raise-alerts')), event, subject: `alert:${about}` };
    return countUnlessDone(
      this.unitOfWork.run(move, async (tx) => {
        if (!(await work(tx))) throw new DoneElsewhere();
      }),
    );
  }
}
