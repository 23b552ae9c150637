import { type AlertKind, type AlertStatus } from '#domain/alerts/alert-status.js';
import { type AlertAction } from '#domain/alerts/alert-workflow.js';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { longDate } from '#platform/pages/dates.js';
import { type Alert } from './alert.entity.js';
import { type MoveInput } from './alert-facts.js';

/** The words of the alert pages. */
export const alertsWords = {
  list: {
    frameworkClosed: 'Framework closed',
    title: 'Alerts',
    intro:
      'An alert is raised once when a target turns off track or an interim target is missed, when figures or a report do not come by their date, when the judgements of a mission disagree, or when no department leads it. Whoever leads the mission must answer in public by a date.',
    open: 'Open alerts',
    closed: 'Closed alerts',
    noneOpen: 'No alert is open.',
    filtered: (chosen: readonly string[], asked: string) => (chosen.length === 0 ? `Alerts: none of these${/^[a-z0-9-]{1,60}$/.test(asked) ? ` (${asked})` : ''}` : `Alerts: ${chosen.join(', ')}`),
    filter: { legend: 'Show only some alerts', status: 'State', kind: 'Kind', department: 'Department', any: 'All', noResponse: 'No response', button: 'Show', all: 'Show all alerts', found: (count: number) => (count === 1 ? '1 alert is shown.' : `${count} alerts are shown.`) },
    csv: 'Download these alerts (CSV)',
    departments: 'How departments answer alerts',
    letters: 'Letters of the council',
    columns: { alert: 'Alert', what: 'What happened', department: 'Must answer', due: 'Answer due', state: 'State' },
  },
  show: {
    departmentPage: (name: string) => `What ${name} leads, owes and has promised`,
    what: 'What happened',
    answer: 'The department’s answer',
    history: 'History',
    noAnswer: 'The department has not answered yet.',
    writePlan: 'Write the recovery plan',
    notified: (department: string | undefined) => (department ? `The council and ${department} have been told.` : 'The council has been told. No department leads, so there was nobody else to tell.'),
    noResponse: (due: string) => `No response. An answer was due by ${due}.`,
    vacancy: 'No department leads this mission (vacancy)',
    computed: 'Computed by Waymark’s published method; not an official statistic.',
    dataGap: (reference: string) => `Data gap ${reference}`,
    facts: {
      mission: 'Mission',
      target: 'Target',
      kind: 'Kind',
      raised: 'Raised',
      department: 'Must answer',
      raisedWith: 'Led when it was raised',
      clears: 'How it is cleared',
      due: 'Answer due',
      answered: 'Answered',
      owner: 'Owner of the answer',
      state: 'State',
    },
    action: {
      title: (number: number) => `Action ${number}`,
      action: 'What will be done',
      owner: 'Owner',
      dueOn: 'Done by',
      expectedEffect: 'Expected effect',
      releaseThatShows: 'Release of figures that will show it',
    },
  },
  acknowledge: {
    title: 'Acknowledge the alert',
    intro: 'Name the person who owns the answer. The name and the job title are published.',
    ownerName: 'Full name',
    ownerJob: 'Job title',
    button: 'Acknowledge',
    done: 'The alert is acknowledged. The council has been told.',
    tooLong: 'Enter 200 characters or fewer',
  },
  answer: {
    done: 'Your answer is published. The council has been told.',
    tooLong: (most: number) => `Enter ${most} characters or fewer`,
  },
  decide: {
    title: 'The council’s decision',
    question: 'What does the council decide?',
    reason: 'Reason',
    reasonHint: 'Published with the decision. You need not give one to accept.',
    choose: 'Select what the council decides',
    tooLong: 'Enter 3,000 characters or fewer',
    hints: {
      accept: 'The plan is published as accepted and is watched from then on.',
      'not-accept': 'The department is asked for another plan within 10 working days.',
      escalate: 'A letter to the Secretary of State and the select committee is drafted from the facts. You can change it before a member of the council signs and publishes it.',
      close: 'Nothing more is expected.',
    },
    button: 'Record and publish the decision',
    decideButton: 'Record the council’s decision',
    none: 'Nothing is for the council to decide on this alert now.',
    done: 'The decision is published. The department has been told.',
    escalated: 'The escalation is published, and this letter is drafted from the facts. Read it, change it, then sign and publish it.',
  },
};

/** Tags of the states: words, with a colour beside them. */
export const STATUS_CLASSES: Record<AlertStatus, string> = {
  raised: 'govuk-tag--red',
  acknowledged: 'govuk-tag--orange',
  answered: 'govuk-tag--blue',
  accepted: 'govuk-tag--green',
  'not-accepted': 'govuk-tag--orange',
  escalated: 'govuk-tag--purple',
  closed: 'govuk-tag--grey',
};

/** Headings of the public timeline, the same for every kind of alert but for what clears it. */
const EVENT_WORDS: Record<string, string> = {
  raise: 'Raised',
  notify: 'Notified',
  'move-lead': 'Moved with the mission to its lead department',
  acknowledge: 'Acknowledged',
  answer: 'Answered with a recovery plan',
  accept: 'Answer accepted by the council',
  'not-accept': 'Answer not accepted by the council',
  escalate: 'Escalated by the council',
  close: 'Closed by the council',
  query: 'Question of the department',
  'ask-time': 'The department asked for more time',
  reply: 'Reply of the council',
  letter: 'Letter published',
  'letter-in': 'Letter received',
  'no-response': 'No response',
  'release-late': 'Release has not come',
  effect: 'Effect checked',
};

const CLEARED_WORDS: Record<AlertKind, string> = {
  'target-off-track': 'Cleared by the figures',
  'every-area-broken': 'Cleared by the figures',
  'interim-target-missed': 'Cleared by the figures',
  'levelling-down': 'Cleared by the figures',
  'judgement-conflict': 'Cleared: the judgements agree again',
  'return-overdue': 'Cleared: the report is there',
  'no-lead': 'Cleared: the mission has a lead',
  'no-data': 'Cleared: the figures have come',
  'cannot-tell': 'Cleared: the figures can tell',
  'data-gap-overdue': 'Cleared: the data gap has ended',
  'response-overdue': 'Cleared: nothing is waited for any more',
  'target-reset': 'Cleared: the change is undone',
  'headline-demoted': 'Cleared: it is a headline again',
  'report-late': 'Cleared: the report is there',
};

export function eventHeading(kind: AlertKind, action: string): string {
  return action === 'clear' ? CLEARED_WORDS[kind] : (EVENT_WORDS[action] ?? action);
}

/** What the timeline keeps of a move. A plan stands there whole, for a later answer replaces it on the page. @param alert as it is after the move */
export function timelineText(action: AlertAction, { ownerName, ownerJob, reason }: MoveInput, alert: Alert): string {
  if (action === 'acknowledge') return `Owner of the answer: ${ownerName ?? ''}, ${ownerJob ?? ''}.`;
  if (action === 'ask-time') return `${reason ?? ''}\nThe date does not move: an answer is due by ${longDate(owedBy(alert))}.`;
  if (action === 'not-accept') return `${reason ?? ''}\nAnother plan is due by ${longDate(owedBy(alert))}.`;
  if (action !== 'answer') return reason ?? '';
  const lines = alert.planActions.map(
    (line, index) =>
      `Action ${index + 1}: ${line.action}. Owner: ${line.owner}. Done by ${longDate(line.dueOn)}. Expected effect: ${line.expectedEffect}. Shown by: ${line.releaseThatShows}.`,
  );
  return [alert.planSummary ?? '', ...lines].join('\n');
}

/** "Late: it was due by …", of a first acknowledgement and of an answer. @param alert as it is before the move */
export function lateText(alert: Alert, action: AlertAction, today: string): string {
  const due = action === 'answer' ? owedBy(alert) : action === 'acknowledge' && alert.acknowledgedAt === null ? alert.acknowledgeDueOn : undefined;
  return due !== undefined && today > due ? `Late: it was due by ${longDate(due)}.` : '';
}
