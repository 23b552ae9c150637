import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Framework } from '#features/frameworks/framework.entity.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Alert } from './alert.entity.js';
import { type AlertGround, dedupeKeyOf, subjectOf } from './alert-ground.js';
import { CannotTellGrounds } from './cannot-tell-grounds.js';
import { ConflictGrounds } from './conflict-grounds.js';
import { DemotedHeadlines } from './demoted-headlines.js';
import { InterimTargetGrounds } from './interim-target-grounds.js';
import { LateSubmissionGrounds } from './late-submission-grounds.js';
import { LevellingDownGrounds } from './levelling-down-grounds.js';
import { MissingFigureGrounds } from './missing-figure-grounds.js';
import { ResetTargetGrounds } from './reset-target-grounds.js';
import { UnansweredGrounds } from './unanswered-grounds.js';
import { VacancyGrounds } from './vacancy-grounds.js';
import { type WatchedGrounds, type WatchedKind } from './watched-grounds.js';

/** What a look finds to be done for one kind. */
export interface AlertsDue {
  raise: AlertGround[];
  clear: Pick<Alert, 'id' | 'kind'>[];
}

/** Holds the states that call for alerts against the alerts there are. */
@Injectable()
export class WatchedAlerts {
  /** Asked each minute: they hang on the calendar, and their questions are cheap. */
  readonly byClock: readonly WatchedGrounds[];
  /** Asked after each judging: they hang on figures and on what is said of them. */
  readonly byFigures: readonly WatchedGrounds[];

  constructor(
    late: LateSubmissionGrounds,
    vacancies: VacancyGrounds,
    unanswered: UnansweredGrounds,
    conflicts: ConflictGrounds,
    interim: InterimTargetGrounds,
    levelling: LevellingDownGrounds,
    missing: MissingFigureGrounds,
    resets: ResetTargetGrounds,
    demoted: DemotedHeadlines,
    cannotTell: CannotTellGrounds,
  ) {
    this.byClock = [late, vacancies, unanswered];
    this.byFigures = [conflicts, interim, levelling, missing, resets, demoted, cannotTell];
  }

  /** What is to be raised and cleared of one kind. Reads only. */
  async due(manager: EntityManager, grounds: WatchedGrounds, at: Date): Promise<AlertsDue> {
    const closed = new Set((await manager.find(Framework, { where: { closedAt: Not(IsNull()) }, select: { id: true } })).map(({ id }) => id));
    const standing = (await grounds.standing(manager, at)).filter(({ frameworkId }) => !closed.has(frameworkId));
    const alerts = await manager.find(Alert, { where: { kind: grounds.kind, frameworkId: ofOpenFramework() }, select: { id: true, kind: true, dedupeKey: true, status: true, raisedAt: true } });
    const clear = alerts.filter((alert) => alert.status !== 'closed' && !standing.some((ground) => isOn(alert, ground)));
    // one that is closed was about this state too: it is not raised again until the state has changed
    const raise = standing.filter((ground) => ground.mayRaise && !alerts.some((alert) => isOn(alert, ground)));
    return { raise, clear };
  }

  /** The ground as it stands now, for the transaction that raises the alert. */
  async groundOf(tx: Transaction, { kind, dedupeKey }: { kind: WatchedKind; dedupeKey: string }): Promise<AlertGround | null> {
    const standing = await this.ofKind(kind).standing(tx.manager, tx.now);
    return standing.find((ground) => dedupeKeyOf(ground) === dedupeKey) ?? null;
  }

  /** @returns undefined while its state stands */
  async endedBecause(tx: Transaction, alert: Alert): Promise<string | undefined> {
    const grounds = this.ofKind(alert.kind as WatchedKind);
    const standing = await grounds.standing(tx.manager, tx.now);
    return standing.some((ground) => isOn(alert, ground)) ? undefined : grounds.endedBecause(tx.manager, alert, tx.now);
  }

  private ofKind(kind: WatchedKind): WatchedGrounds {
    const found = [...this.byClock, ...this.byFigures].find((grounds) => grounds.kind === kind);
    if (!found) throw new Error(`nobody watches for alerts of the kind ${kind}`);
    return found;
  }
}

/** Is the alert about this very state, by its key or because it was raised since the state began? */
function isOn(alert: Pick<Alert, 'kind' | 'dedupeKey' | 'raisedAt'>, ground: AlertGround): boolean {
  if (alert.dedupeKey === dedupeKeyOf(ground)) return true;
  return subjectOf(alert) === ground.subject && ground.since !== undefined && alert.raisedAt > ground.since;
}

