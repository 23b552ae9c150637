import { type ProposalOutcome, type ProposalState } from '#domain/proposals/proposal-status.js';

/** The words of the pages of local proposals. */
export const proposalsWords = {
  list: {
    title: 'Local proposals',
    intro: 'What places and levelling up directors propose, to whom, and what became of it. A department answers within 20 working days; a late answer is shown here.',
    nothing: 'No proposal has been received.',
    submit: 'Make a local proposal',
    directors: 'Levelling up directors',
    columns: { what: 'Proposal', place: 'Place', to: 'Asked of', due: 'Answer', state: 'Status' },
    due: (day: string) => `Due by ${day}`,
    ended: (day: string) => `On ${day}`,
  },
  overdue: 'Answer overdue',
  late: 'Answered late',
  show: {
    caption: 'Local proposal',
    facts: { by: 'Proposed by', place: 'Place', mission: 'Mission', to: 'Asked of', received: 'Received', due: 'Answer due by' },
    ask: 'What is asked',
    cost: 'What it would cost, and who would pay',
    evidence: 'What shows that it would work',
    answer: 'The answer',
    withdrawn: 'Why it was withdrawn',
    noAnswer: (department: string, due: string) => `${department} has not answered. The answer was due by ${due}.`,
    history: 'History',
    back: 'Back to local proposals',
  },
  create: {
    title: 'Make a local proposal',
    intro: 'The proposal is public as soon as you send it, with the name of your organisation. You can withdraw it, with a reason, until it is answered.',
    name: 'Title',
    area: 'Code of the place',
    areaHint: 'For example E08000003. You find codes on the page “Places”.',
    mission: 'Which mission is it for?',
    department: 'Which department do you ask?',
    choose: 'Select one',
    ask: 'What do you ask?',
    cost: 'What would it cost, and who would pay?',
    evidence: 'What shows that it would work?',
    evidenceHint: 'Name the source and page of each claim.',
    button: 'Send the proposal',
    done: 'The proposal has been received.',
  },
  moves: {
    acknowledge: { title: 'Acknowledge the proposal', lead: 'The proposer is told that it has arrived and that you deal with it.', button: 'Acknowledge', done: 'The proposal is acknowledged.' },
    'take-up': { title: 'Take up the proposal', lead: 'The proposer is told that your department is working on its answer.', button: 'Take up', done: 'The proposal is taken up.' },
    answer: { title: 'Answer the proposal', lead: 'The answer is public at once and cannot be changed.', button: 'Publish the answer', done: 'The answer is published.', outcome: 'How do you answer?', words: 'Your answer', wordsHint: 'What will be done and by when; if you decline, in whole or in part, why.' },
    withdraw: { title: 'Withdraw the proposal', lead: 'The proposal stays public, with your reason. No answer is due any more.', button: 'Withdraw', done: 'The proposal is withdrawn.', words: 'Why do you withdraw it?', wordsHint: '' },
  },
  history: { receive: 'Received', remind: 'Department reminded', 'mark-overdue': 'Marked overdue', acknowledge: 'Acknowledged', 'take-up': 'Taken up', answer: 'Answered', withdraw: 'Withdrawn' } as const,
  labels: { words: 'Your text', title: 'Title', ask: 'What do you ask?', cost: 'What would it cost, and who would pay?', evidence: 'What shows that it would work?' },
};

export const STATE_CLASSES: Record<ProposalState, string> = {
  received: 'govuk-tag--grey', acknowledged: 'govuk-tag--light-blue', 'with-department': 'govuk-tag--blue', answered: 'govuk-tag--green', withdrawn: 'govuk-tag--grey',
};

export const OUTCOME_CLASSES: Record<ProposalOutcome, string> = { accepted: 'govuk-tag--green', 'accepted-in-part': 'govuk-tag--yellow', declined: 'govuk-tag--orange' };
