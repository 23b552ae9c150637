import { type EntityManager } from 'typeorm';
import { type AlertKind } from '#domain/alerts/alert-status.js';
import { type AlertGround } from './alert-ground.js';
import { type Alert } from './alert.entity.js';

/** Kinds whose states are asked of the tables, again and again: a missed look is made up for by the next. */
export type WatchedKind = Exclude<AlertKind, 'target-off-track' | 'every-area-broken' | 'data-gap-overdue' | 'report-late'>;

/** The states of one kind that call for alerts. */
export interface WatchedGrounds {
  readonly kind: WatchedKind;
  /** All that stand at an instant; nothing under embargo is known to them. */
  standing(manager: EntityManager, at: Date): Promise<AlertGround[]>;
  /** Why an open alert is cleared whose state stands no more, for the public timeline. */
  endedBecause(manager: EntityManager, alert: Alert, at: Date): Promise<string>;
}
