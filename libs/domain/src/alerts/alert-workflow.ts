import type { Permission } from '#domain/access/permissions.js';
import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { acknowledgementBlockers, answerBlockers, reasonBlockers, type RecoveryPlan } from './alert-blockers.js';
import { ALERT_STATUS, type AlertStatus } from './alert-status.js';
import { isOverdue } from './response-due.js';

/** Positions towards an alert: the department that must answer, the council, and the system acting on figures. */
export type AlertPosition = 'department' | 'council' | 'system';

export type AlertAction = 'acknowledge' | 'answer' | 'query' | 'ask-time' | 'reply' | 'accept' | 'not-accept' | 'escalate' | 'close' | 'clear';

/** What a move is judged by: the alert with the move's own input laid over it. */
export interface AlertFacts {
  readonly responseDueOn: string;
  /** ISO date of the move. */
  readonly today: string;
  readonly ownerName: string | null;
  readonly ownerJob: string | null;
  readonly plan: RecoveryPlan | null;
  /** Whether the department has ever answered. */
  readonly answered: boolean;
  /** The words of whoever makes this move; empty where they give none. */
  readonly reason: string;
}

/** The permission that each move needs, beside the position. */
export const PERMISSION_OF_ALERT_ACTION: Record<Exclude<AlertAction, 'clear'>, Permission> = {
  acknowledge: 'alert.acknowledge',
  answer: 'alert.respond',
  query: 'alert.acknowledge',
  'ask-time': 'alert.acknowledge',
  reply: 'alert.decide',
  accept: 'alert.decide',
  'not-accept': 'alert.decide',
  escalate: 'alert.decide',
  close: 'alert.decide',
};

type Arrow = TransitionTable<AlertStatus, AlertAction, AlertPosition, AlertFacts>['transitions'][number];

const acknowledge = (from: AlertStatus, to: AlertStatus, label = 'Acknowledge and name an owner'): Arrow => ({
  from,
  action: 'acknowledge',
  to,
  who: 'department',
  label,
  refuse: (facts) => acknowledgementBlockers(facts),
});

const answer = (from: AlertStatus): Arrow => ({
  from,
  action: 'answer',
  to: 'answered',
  who: 'department',
  label: 'Answer with a recovery plan',
  refuse: (facts) => [...ownerMissing(facts), ...answerBlockers(facts.plan, facts.today)],
});

const escalate = (from: AlertStatus, refuse: (facts: AlertFacts) => Refusal[] = () => []): Arrow => ({
  from,
  action: 'escalate',
  to: 'escalated',
  who: 'council',
  label: 'Escalate',
  refuse: (facts) => [...refuse(facts), ...reasonBlockers(facts.reason, 'escalate')],
});

const close = (from: AlertStatus): Arrow => ({
  from,
  action: 'close',
  to: 'closed',
  who: 'council',
  label: 'Close the alert',
  refuse: (facts) => reasonBlockers(facts.reason, 'close'),
});

/** Questions, requests for more time and replies stand in the timeline and are counted. They change no state and stop no clock. */
const talk = (state: AlertStatus): Arrow[] => [
  { from: state, action: 'query', to: state, who: 'department', label: 'Ask the council a question', refuse: (facts) => reasonBlockers(facts.reason, 'query') },
  { from: state, action: 'ask-time', to: state, who: 'department', label: 'Ask for more time', refuse: (facts) => reasonBlockers(facts.reason, 'ask-time') },
  { from: state, action: 'reply', to: state, who: 'council', label: 'Reply to the department', refuse: (facts) => reasonBlockers(facts.reason, 'reply') },
];

/** Revised figures, or a data gap that is closed, take the ground away: both the alert and what cleared it stay readable. */
const clear = (from: AlertStatus): Arrow => ({ from, action: 'clear', to: 'closed', who: 'system', label: 'Cleared' });

/**
 * The life of an alert. The department acknowledges with a named owner, then answers with a plan; the council accepts the
 * answer, does not, or escalates; an answer that is accepted is watched until the releases that it names have come. Without an
 * answer the council may escalate once the response is overdue.
 */
export const ALERT_WORKFLOW: TransitionTable<AlertStatus, AlertAction, AlertPosition, AlertFacts> = {
  name: 'alert',
  initial: 'raised',
  final: ['closed'],
  states: Object.keys(ALERT_STATUS) as AlertStatus[],
  transitions: [
    acknowledge('raised', 'acknowledged'),
    escalate('raised', notYetOverdue),
    clear('raised'),
    answer('acknowledged'),
    escalate('acknowledged', notYetOverdue),
    clear('acknowledged'),
    {
      from: 'answered',
      action: 'accept',
      to: 'accepted',
      who: 'council',
      label: 'Accept the answer',
      refuse: ({ plan }) => answerBlockers(plan).map(({ code, message }) => ({ code, message })),
    },
    {
      from: 'answered',
      action: 'not-accept',
      to: 'not-accepted',
      who: 'council',
      label: 'Do not accept the answer',
      refuse: (facts) => reasonBlockers(facts.reason, 'not accept'),
    },
    escalate('answered'),
    clear('answered'),
    answer('not-accepted'),
    escalate('not-accepted'),
    clear('not-accepted'),
    acknowledge('escalated', 'escalated'),
    answer('escalated'),
    close('escalated'),
    clear('escalated'),
    escalate('accepted'),
    close('accepted'),
    clear('accepted'),
    // people change, and an alert moves with its mission: the owner is always somebody of whoever owes the answer
    ...(['acknowledged', 'not-accepted', 'accepted'] as const).map((state) => acknowledge(state, state, 'Name another owner')),
    ...(['raised', 'acknowledged', 'not-accepted', 'escalated'] as const).flatMap(talk),
  ],
};

function notYetOverdue({ responseDueOn, today }: AlertFacts): Refusal[] {
  if (isOverdue(responseDueOn, today)) return [];
  return [{ code: 'not-overdue', message: 'The department still has time to answer; it can be escalated once the response is overdue' }];
}

/** Only an alert that was escalated unacknowledged can be without one when it is answered. */
function ownerMissing({ ownerName }: AlertFacts): Refusal[] {
  return ownerName ? [] : [{ code: 'owner-missing', message: 'Acknowledge the alert and name its owner first' }];
}
