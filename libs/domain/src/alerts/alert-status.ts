/** Why an alert is raised. */
export const ALERT_KINDS = {
  'target-off-track': 'Target off track',
  'every-area-broken': 'Every-area rule broken',
  'interim-target-missed': 'Interim target missed',
  'levelling-down': 'Levelling down',
  'judgement-conflict': 'Judgements disagree',
  'return-overdue': 'Return or plan overdue',
  'no-lead': 'No lead department',
  'no-data': 'No data by its date',
  'cannot-tell': 'Cannot tell, two releases running',
  'data-gap-overdue': 'Data gap overdue',
  'response-overdue': 'Response overdue',
  'target-reset': 'Target reset while off track',
  'headline-demoted': 'Headline demoted while off track',
  'report-late': 'Statutory date of a report missed',
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
