/** Why an alert is raised. */
export const ALERT_KINDS = {
  'target-off-track': 'Target off track',
  'judgement-conflict': 'Department and figures disagree',
  'data-gap-overdue': 'Data gap overdue',
} as const;

export type AlertKind = keyof typeof ALERT_KINDS;

/** Where an alert stands. "No response" is not a state but a fact: the due date has passed without an answer. */
export const ALERT_STATUS = {
  raised: 'Raised',
  acknowledged: 'Acknowledged',
  answered: 'Answered',
  accepted: 'Answer accepted',
  'not-accepted': 'Answer not accepted',
  escalated: 'Escalated',
  closed: 'Closed',
} as const;

export type AlertStatus = keyof typeof ALERT_STATUS;
