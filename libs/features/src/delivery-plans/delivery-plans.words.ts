import { type DeliveryPlanSection } from '#domain/delivery-plans/delivery-plan-content.js';
import { type PlanList } from '#domain/delivery-plans/plan-lists.js';

interface FieldWords {
  label: string;
  hint?: string;
}

/** One list as its pages call it: a line alone, the button that adds one, and its fields. */
interface ListWords {
  line: string;
  add: string;
  change: string;
  remove: string;
  fields: Record<string, FieldWords>;
}

const MISSION: FieldWords = { label: 'Which mission is it for?' };

const LISTS: Record<PlanList, ListWords> = {
  outcomes: {
    line: 'priority outcome', add: 'Add a priority outcome', change: 'Change the priority outcome', remove: 'Remove this priority outcome?',
    fields: {
      title: { label: 'What will be different for people?', hint: 'One outcome, in one sentence' },
      description: { label: 'What does it mean, and how will people see it? (optional)' },
    },
  },
  metrics: {
    line: 'metric', add: 'Add a metric', change: 'Change the metric', remove: 'Remove this metric?',
    fields: {
      metric: { label: 'Which metric?', hint: 'From Waymark’s catalogue, or one of your department’s own' },
      name: { label: 'Name of your department’s own metric', hint: 'Only where it is not in the catalogue' },
      mission: MISSION,
      aim: { label: 'What do you aim at?', hint: 'For example 70% by March 2027' },
      spendingReview: { label: 'Is it also a metric of the spending review?' },
    },
  },
  policies: {
    line: 'policy', add: 'Add a policy', change: 'Change the policy', remove: 'Remove this policy and its milestones?',
    fields: {
      title: { label: 'Name of the policy' },
      mission: MISSION,
      owner: { label: 'Who owns it?', hint: 'First and last name. It becomes public with the plan' },
      ownerJob: { label: 'What is the owner’s job?', hint: 'For example Director, Schools' },
      startsOn: { label: 'When does it start?', hint: 'For example 1 4 2026' },
      endsOn: { label: 'When does it end?', hint: 'For example 31 3 2027' },
      clauses: { label: 'Which parts of the mission’s text does it serve? (optional)', hint: 'Select all that apply' },
    },
  },
  milestones: {
    line: 'milestone', add: 'Add a milestone', change: 'Change the milestone', remove: 'Remove this milestone?',
    fields: {
      policy: { label: 'Which policy does it belong to?' },
      title: { label: 'What will have happened?', hint: 'Something that can be seen to be done or not' },
      dueOn: { label: 'By when?', hint: 'For example 30 9 2026' },
    },
  },
  programmes: {
    line: 'programme or pledge', add: 'Add a programme or pledge', change: 'Change the programme or pledge', remove: 'Remove this programme or pledge?',
    fields: {
      kind: { label: 'What is it?' },
      title: { label: 'What is done or pledged?' },
      who: { label: 'Who runs it, or has pledged it?' },
      mission: MISSION,
      moneyMillions: { label: 'Money in £ million (optional)', hint: 'For example 12.5. Leave it empty where none is named' },
      otherwise: { label: 'What happens if it does not come?' },
    },
  },
  funding: {
    line: 'funding line', add: 'Add a funding line', change: 'Change the funding line', remove: 'Remove this funding line?',
    fields: {
      title: { label: 'What is the money for?' },
      kind: { label: 'Which kind of money?' },
      mission: MISSION,
      moneyMillions: { label: 'Money in £ million', hint: 'For example 12.5, with 3 decimal places at most' },
      source: { label: 'Which fund or budget does it come from?', hint: 'Its whole name, so that money that is counted twice is found' },
    },
  },
  staffing: {
    line: 'team', add: 'Add a team', change: 'Change the team', remove: 'Remove this team?',
    fields: {
      team: { label: 'Name of the team' },
      mission: { label: 'Which mission does it work for?' },
      staff: { label: 'Full-time equivalents', hint: 'For example 7.5' },
    },
  },
  dependencies: {
    line: 'dependency', add: 'Add a dependency', change: 'Change the dependency', remove: 'Remove this dependency?',
    fields: {
      department: { label: 'Which department do you count on?' },
      mission: MISSION,
      what: { label: 'What do you need from it?', hint: 'The other department reads exactly this' },
      neededBy: { label: 'By when do you need it?', hint: 'For example 30 9 2026' },
    },
  },
};

const LEADS: Record<DeliveryPlanSection, string> = {
  summary: '',
  outcomes: 'What your department wants to be different for people at the end of the year.',
  contributions: 'What your department will do for each mission, and with how much money. A mission that it leads needs a contribution; the others are optional.',
  metrics: 'The measures by which your department will follow this plan. Mark those that the spending review follows too.',
  policies: 'What your department will do, who owns it and by when. The council holds the milestones against what happened.',
  programmes: 'What others do or have pledged that the plan counts on: programmes, innovation accelerators, private and civil-society commitments.',
  funding: 'One line for each sum. The lines must add up to the total that you state, and the lines of a mission to its planned money.',
  staffing: 'One line for each team. The lines must add up to the total that you state.',
  dependencies: 'What your department counts on others for. The other department is told when the plan is submitted, or before if you ask for confirmation, and confirms or disputes it.',
  attachments: '',
};

/** The words of the plan's own pages; those that it shares with returns are the submissions'. */
export const deliveryPlansWords = {
  saveAndContinue: 'Save and continue',
  saveForLater: 'Save and come back later',
  saved: (section: string) => `${section} saved. You can leave now and come back.`,
  aLine: 'That line of the plan',
  aMission: 'That mission of the plan',
  aSection: 'That section',
  tooManyLines: (most: number) => `A list can have no more than ${most} lines`,
  metricUnknown: 'Select a metric from the list',
  departmentUnknown: 'Select another department from the list',
  lists: LISTS,
  leads: LEADS,
  sections: {
    heading: 'Sections',
    check: 'Check your answers and send',
    status: { done: 'Completed', asked: 'Changes asked for', missing: 'Not started', begun: 'Incomplete', optional: 'Optional', ready: 'Ready', notReady: 'Cannot send yet' },
    lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
    files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  },
  section: {
    nothing: 'Nothing yet.',
    change: 'Change',
    remove: 'Remove',
    next: 'Continue to',
    overview: 'Save and come back later',
    lacks: 'Before you can send the plan',
    part: { led: 'Your department leads this mission', contributing: 'Your department contributes to this mission (optional)' },
    notWritten: 'Nothing written yet.',
  },
  summary: { label: 'What will your department do this year for the missions?', hint: 'A summary of the whole plan in plain English' },
  contribution: {
    title: (mission: string) => `Contribution to ${mission}`,
    contribution: 'What will you contribute?',
    policies: 'By which policies and programmes?',
    policiesHint: 'One a line. Policies with owners and milestones have a section of their own',
    money: 'Planned money in £ million',
    moneyHint: 'For example 12.5. Leave it empty where none is planned or the sum is not known',
    fundingLines: (sum: string) => `The funding lines for this mission add up to ${sum}.`,
    clauses: 'Which parts of the mission’s text does it serve? (optional)',
    clausesHint: 'Select all that apply',
    saved: 'Contribution saved.',
  },
  total: {
    title: { funding: 'Total funding', staffing: 'Total staff' },
    label: { funding: 'Total of all funding in £ million', staffing: 'Total of all staff in full-time equivalents' },
    hint: { funding: 'As your department states it. The lines must add up to it', staffing: 'As your department states it. The lines must add up to it' },
    stated: 'Stated total',
    sum: 'Sum of the lines',
    difference: 'Difference',
    notStated: 'Not stated',
    change: 'State the total',
    agrees: 'The lines add up to the stated total.',
    notNumber: { funding: 'Total funding must be a number in £ million, like 12.5', staffing: 'Total staff must be a number, like 7.5' },
    saved: 'Total saved.',
  },
  remove: { button: 'Remove', cancel: 'Keep it', done: (line: string) => `The ${line} was removed.` },
  line: { button: 'Save', cancel: 'Cancel' },
  lineSaved: (line: string) => `The ${line} was saved.`,
  copy: {
    title: 'Begin with last year’s plan',
    open: 'Begin with last year’s plan',
    lead: (label: string, reference: string, version: number) => `The draft begins with the words of plan ${reference} for ${label}, version ${version}. Change what is different this year: each line is marked as new, changed or unchanged.`,
    leftOut: 'Left out, because your department has no part in them any more:',
    dates: 'Dates are copied as they were. Look at each of them.',
    button: 'Copy into this draft',
    done: (label: string, leftOut: readonly string[]) => `The words of the plan for ${label} were copied.${leftOut.length > 0 ? ` Left out: ${leftOut.join('; ')}.` : ''}`,
    notEmpty: 'Something is written on this plan already',
    aPlan: 'An earlier plan of the department',
    from: (label: string, reference: string) => `Begun with the plan for ${label} (${reference}).`,
    fromLeftOut: (missions: readonly string[]) => `Left out: ${missions.join('; ')}.`,
  },
  since: {
    title: 'What is different from last year',
    open: (label: string) => `What is different from ${label}`,
    lead: (label: string, reference: string, version: number) => `Compared with plan ${reference} for ${label}, version ${version}.`,
    first: 'This is the department’s first plan: there is nothing to compare it with.',
    counts: (marks: { new: number; changed: number; unchanged: number; gone: number }) => `${marks.new} new, ${marks.changed} changed, ${marks.unchanged} unchanged, ${marks.gone} no longer there.`,
    gone: 'No longer in the plan',
    unchanged: 'Unchanged',
    heading: 'New and changed',
  },
  dependencies: {
    aDependency: 'That dependency',
    notDepartment: 'Only departments answer what plans count on them for',
    notWriting: 'The plan is not being written, so nothing can be asked from its draft',
    askedBefore: 'The other department was asked in these very words before',
    changedMeanwhile: 'What is asked has changed, or somebody of your department has answered it, since you opened the page',
    byDelivery: 'Waymark, when the plan was submitted',
    onPlan: 'What other departments have said',
    classes: { unconfirmed: 'govuk-tag--yellow', confirmed: 'govuk-tag--green', disputed: 'govuk-tag--red' },
    outdated: 'It was answered before, when it asked for something else.',
    asked: (date: string) => `The other department was asked on ${date}.`,
    notAsked: 'The other department has not been asked yet. It is asked when the plan is submitted.',
    neededBy: (date: string) => `Needed by ${date}`,
    ownDate: (date: string) => `, its own date ${date}`,
    answered: (state: string, by: string, date: string) => `${state} by ${by} on ${date}`,
    ask: {
      title: 'Ask for confirmation', open: 'Ask for confirmation',
      lead: (department: string) => `${department} will be told at once, and sees what stands below. It sees nothing else of your draft.`,
      button: 'Ask for confirmation', done: (department: string) => `${department} has been asked and told.`,
    },
    list: {
      title: 'What other departments count on us for',
      lead: 'Lines of other departments’ plans that count on your department: from plans that were submitted, and from drafts that were sent to you for confirmation. Your answers are kept, and public with the plan.',
      nothing: 'No plan counts on your department at the moment.',
      open: 'To be answered', answered: 'Answered', draft: 'From a draft', answer: 'Confirm or dispute', again: 'Answer again',
      plan: (reference: string, label: string) => `Plan ${reference}, ${label}`,
      none: 'For no single mission',
    },
    form: {
      title: 'Confirm or dispute', question: 'Can your department do this?', confirmed: 'Yes, we confirm it', disputed: 'No, we dispute it',
      confirmedHint: 'Say by when, in your own date below', disputedHint: 'Say why below; a date is your choice',
      ownDate: 'By when will your department do it?', ownDateHint: 'Your department’s own date, for example 30 9 2026',
      reason: 'Reason', reasonHint: 'The other department, the council and, once the plan is accepted, the public read it',
      button: 'Send the answer', done: 'Your answer was sent. The other department has been told.',
    },
  },
  marks: { new: 'govuk-tag--green', changed: 'govuk-tag--yellow', unchanged: 'govuk-tag--grey' },
  answers: { empty: 'Sections with nothing in them' },
  files: (count: number) => (count === 1 ? 'Open the attached file' : `Open the ${count} attached files`),
  fields: {
    summary: 'Summary', contribution: 'Contribution', policies: 'Policies', moneyMillions: 'Planned money', title: 'Title', description: 'Description', name: 'Name', aim: 'Aim',
    owner: 'Owner', ownerJob: 'Job of the owner', who: 'Who', otherwise: 'If it does not come', source: 'Fund or budget', team: 'Team', staff: 'Full-time equivalents', what: 'What', reason: 'Reason', total: 'Total',
  },
  notNumber: { moneyMillions: 'Money must be a number in £ million, like 12.5', staff: 'Full-time equivalents must be a number, like 7.5' },
  choose: { mission: 'Select a mission', noMission: 'No single mission', metric: 'One of our own', department: 'Select a department', policy: 'Select a policy' },
  yes: 'Yes',
  no: 'No',
  becomesPublic: [
    'Once the council accepts it: the whole plan, word for word, in the open data and in the crosswalk of each mission, with the name and job of each policy’s owner; its attachments, each with its title and its file. Your department is named, the people who wrote and signed it are not.',
    'At any time: that the plan is owed, by when, whether it is late, and whether the council has it.',
    'To each department that the plan counts on, at once: what you need from it and by when. Its answers are public with the plan.',
  ],
};
