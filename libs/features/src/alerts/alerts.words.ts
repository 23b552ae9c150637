import { type AlertKind, type AlertStatus } from '#domain/alerts/alert-status.js';
import { type AlertAction } from '#domain/alerts/alert-workflow.js';
import { longDate } from '#platform/pages/dates.js';
import { type MoveInput } from './alert-facts.js';

/** The words of the alert pages. */
export const alertsWords = {
  list: {
    title: 'Alerts',
    intro:
      'An alert is raised once when a target turns off track, when a department’s own rating and the figures disagree, or when figures that a target needs are overdue. The department that leads the mission must answer in public by a date.',
    open: 'Open alerts',
    closed: 'Closed alerts',
    noneOpen: 'No alert is open.',
    columns: { alert: 'Alert', what: 'What happened', department: 'Must answer', due: 'Answer due', state: 'State' },
  },
  show: {
    what: 'What happened',
    answer: 'The department’s answer',
    history: 'History',
    noAnswer: 'The department has not answered yet.',
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
    title: 'Answer with a recovery plan',
    intro: 'The plan is published as soon as you send it. The council then accepts it, does not accept it, or escalates.',
    summary: 'Summary of the plan',
    summaryHint: 'In plain English: what will change, and by when the target is back on track',
    actionHint: 'An action needs all five parts. Leave the ones you do not need empty; one action is enough.',
    dueOnHint: 'For example, 30 9 2026',
    button: 'Publish the answer',
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
      'not-accept': 'The department is asked to answer again.',
      escalate: 'Published as escalated to the Secretary of State and the select committee.',
      close: 'Nothing more is expected.',
    },
    button: 'Record and publish the decision',
    decideButton: 'Record the council’s decision',
    none: 'Nothing is for the council to decide on this alert now.',
    done: 'The decision is published. The department has been told.',
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
  acknowledge: 'Acknowledged',
  answer: 'Answered with a recovery plan',
  accept: 'Answer accepted by the council',
  'not-accept': 'Answer not accepted by the council',
  escalate: 'Escalated by the council',
  close: 'Closed by the council',
};

const CLEARED_WORDS: Record<AlertKind, string> = {
  'target-off-track': 'Cleared by revision',
  'judgement-conflict': 'Cleared by revision',
  'data-gap-overdue': 'Cleared: the data gap has ended',
};

export function eventHeading(kind: AlertKind, action: string): string {
  return action === 'clear' ? CLEARED_WORDS[kind] : (EVENT_WORDS[action] ?? action);
}

/** What the timeline keeps of a move. A plan stands there whole, for a later answer replaces it on the page. */
export function timelineText(action: AlertAction, { ownerName, ownerJob, plan, reason }: MoveInput): string {
  if (action === 'acknowledge') return `Owner of the answer: ${ownerName ?? ''}, ${ownerJob ?? ''}.`;
  if (!plan) return reason ?? '';
  const lines = plan.actions.map(
    (line, index) =>
      `Action ${index + 1}: ${line.action}. Owner: ${line.owner}. Done by ${longDate(line.dueOn)}. Expected effect: ${line.expectedEffect}. Shown by: ${line.releaseThatShows}.`,
  );
  return [plan.summary, ...lines].join('\n');
}
