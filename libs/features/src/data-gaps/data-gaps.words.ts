import { type DataGapKind, type DataGapState } from '#domain/data-gaps/data-gap-kind.js';
import { type DataGapEventAction } from './data-gap-event.entity.js';

/** The words of the pages of the register. */
export const dataGapsWords = {
  list: {
    title: 'Data gaps',
    intro:
      'What the figures lack for the missions to be judged by them: figures that are missing, out of date, too coarse, without some of the areas, or too noisy for the target. Each gap has an owner and a date by which the figures are needed.',
    filter: { legend: 'Show', mission: 'Mission', kind: 'Kind', owner: 'Owner', overdue: 'Overdue only', all: 'All', button: 'Apply filters', clear: 'Clear filters' },
    found: (count: number) => (count === 1 ? '1 gap' : `${count} gaps`),
    unfinished: 'Gaps to be closed',
    finished: 'Closed, or not to be closed',
    nothing: 'No gap to be closed is in the register.',
    nothingFiltered: 'No gap matches these filters.',
    columns: { gap: 'Gap', what: 'What is lacking', owner: 'Owner and plan', needed: 'Needed by', state: 'State' },
    noPlan: 'No plan',
    download: 'Download the register (CSV)',
    metadata: 'What its columns mean (CSVW metadata)',
  },
  show: {
    what: 'What is lacking',
    history: 'History',
    noPlan: 'No plan',
    noResource: 'No resource has been set aside',
    nobody: 'Nobody is named',
    vacancy: 'No department leads the mission (vacancy)',
    overdue: (date: string) => `Overdue. The figures were needed by ${date}.`,
    facts: {
      metric: 'Metric',
      areas: 'Areas',
      kind: 'Kind',
      mission: 'Mission',
      targets: 'Targets that need the figures',
      owner: 'Owner',
      person: 'Named person',
      plan: 'Plan',
      resource: 'Resource',
      needed: 'Needed by',
      opened: 'Opened',
      lastSeen: 'Last seen',
      closed: 'Closed',
      reason: 'Reason',
      alerts: 'Alerts',
    },
    buttons: { edit: 'Change owner, plan or date', plan: 'Write the plan', decide: 'Close, or record that it is not to be closed', reopen: 'Open the gap again' },
  },
  edit: {
    title: 'Change a data gap',
    owner: 'Owner',
    ownerHint: 'The organisation that has to close the gap',
    lead: (name: string) => `The department that leads the mission (${name})`,
    person: 'Named person',
    personHint: 'Name and job title. Published.',
    plan: 'Plan',
    planHint: 'How the gap will be closed, in plain English. Leave plan and resource empty where there is no plan.',
    resource: 'Resource',
    resourceHint: 'Money or people set aside for it',
    needed: 'Needed by',
    neededHint: 'For example, 30 9 2027. An alert is raised on the day after.',
    reason: 'Reason',
    reasonHint: 'Published. Needed where you move the date.',
    button: 'Save and publish',
    done: 'The data gap is changed. Your change is in its history with your name.',
    short: 'Enter 200 characters or fewer',
    long: 'Enter 3,000 characters or fewer',
  },
  plan: {
    title: 'Write the plan',
    intro: 'The plan is published as soon as you save it, with your name in the history.',
    button: 'Save and publish',
    done: 'The plan is published.',
  },
  decide: {
    title: 'Close a data gap, or record that it is not to be closed',
    reopenTitle: 'Open a data gap again',
    question: 'What do you decide?',
    choose: 'Select what you decide',
    reason: 'Reason',
    reasonHint: 'Published with the decision',
    hints: {
      close: 'It is not opened again while the same cause stands. A gap whose figures have come closes by itself.',
      decline: 'The gap stays in the register, and nobody is expected to close it.',
      reopen: 'Its owner is expected to close it again.',
    },
    button: 'Record and publish',
    done: 'The decision is published.',
  },
};

/** Tags: words, with a colour beside them. */
export const STATE_CLASSES: Record<DataGapState, string> = {
  open: 'govuk-tag--yellow',
  planned: 'govuk-tag--blue',
  closed: 'govuk-tag--grey',
  'not-to-be-closed': 'govuk-tag--purple',
};

/** Kinds in the heading of a gap: "Weekly pay: out of date". */
export const KIND_IN_HEADING: Record<DataGapKind, string> = {
  missing: 'figures are missing',
  stale: 'figures are out of date',
  granularity: 'figures are too coarse',
  coverage: 'figures leave areas out',
  noise: 'figures are too noisy for the target',
};

/** Headings of the public timeline. */
export const GAP_EVENT_WORDS: Record<DataGapEventAction, string> = {
  open: 'Opened',
  change: 'Changed',
  plan: 'Planned',
  'drop-plan': 'Plan withdrawn',
  close: 'Closed',
  decline: 'Not to be closed',
  reopen: 'Opened again',
  'figures-come': 'Closed: figures have come',
};
