import { keptDate } from './alert-deadlines.js';
import type { AlertStatus } from './alert-status.js';
import type { EffectOutcome } from './effect-check.js';

/** What is counted of an alert. Dates are ISO dates in London. */
export interface CountedAlert {
  readonly status: AlertStatus;
  readonly acknowledgeDueOn: string;
  readonly acknowledgedOn: string | null;
  readonly responseDueOn: string;
  readonly firstAnsweredOn: string | null;
  /** Null while it is open. */
  readonly closedOn: string | null;
  /** Ever, whatever came after. */
  readonly accepted: boolean;
  readonly escalated: boolean;
  readonly queries: number;
  readonly timeRequests: number;
  readonly effects: readonly EffectOutcome[];
}

/** How a department has dealt with its alerts: each number counts alerts, but for queries and requests, and checked effects. */
export interface DepartmentCounts {
  raised: number;
  open: number;
  acknowledgedInTime: number;
  acknowledgedLate: number;
  notAcknowledged: number;
  answeredInTime: number;
  answeredLate: number;
  notAnswered: number;
  accepted: number;
  escalated: number;
  /** Actions whose effect a release has shown, and has not. */
  effectShown: number;
  effectNotShown: number;
  queries: number;
  timeRequests: number;
}

/** @param today ISO date in London. An alert whose date has not come yet stands in none of the three columns of that date. */
export function countAlerts(alerts: readonly CountedAlert[], today: string): DepartmentCounts {
  const acknowledged = alerts.map((alert) => keptDate({ dueOn: alert.acknowledgeDueOn, doneOn: alert.acknowledgedOn, endedOn: alert.closedOn }, today));
  const answered = alerts.map((alert) => keptDate({ dueOn: alert.responseDueOn, doneOn: alert.firstAnsweredOn, endedOn: alert.closedOn }, today));
  const effects = alerts.flatMap((alert) => alert.effects);
  return {
    raised: alerts.length,
    open: count(alerts, ({ closedOn }) => closedOn === null),
    acknowledgedInTime: count(acknowledged, (kept) => kept === 'in-time'),
    acknowledgedLate: count(acknowledged, (kept) => kept === 'late'),
    notAcknowledged: count(acknowledged, (kept) => kept === 'not'),
    answeredInTime: count(answered, (kept) => kept === 'in-time'),
    answeredLate: count(answered, (kept) => kept === 'late'),
    notAnswered: count(answered, (kept) => kept === 'not'),
    accepted: count(alerts, ({ accepted }) => accepted),
    escalated: count(alerts, ({ escalated }) => escalated),
    effectShown: count(effects, (outcome) => outcome === 'shown'),
    effectNotShown: count(effects, (outcome) => outcome === 'not-shown'),
    queries: alerts.reduce((sum, { queries }) => sum + queries, 0),
    timeRequests: alerts.reduce((sum, { timeRequests }) => sum + timeRequests, 0),
  };
}

function count<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length;
}
