import { type RecommendationState } from '#domain/recommendations/recommendation-status.js';
import { type RecommendationEventAction } from './recommendation-event.entity.js';

/** The words of the pages of recommendations. */
export const recommendationsWords = {
  list: {
    title: 'Recommendations of the council',
    intro: 'What the council recommends, to whom, how it was answered and whether it was done. An answer that is late is shown here.',
    nothing: 'No recommendation has been made.',
    noneFound: 'No recommendation is as you have selected.',
    found: (count: number) => (count === 1 ? '1 recommendation' : `${count} recommendations`),
    download: 'Download all recommendations as CSV',
    metadata: 'What the columns mean (CSVW)',
    filter: { state: 'Status', addressee: 'Addressed to', source: 'From', overdue: 'Overdue only', legend: 'Overdue', any: 'Any', button: 'Show', clear: 'Show all' },
    columns: { what: 'Recommendation', to: 'Addressed to', from: 'From', due: 'Due', state: 'Status' },
    answerDue: (day: string) => `Answer by ${day}`,
    promised: (day: string) => `To be done by ${day}`,
    ended: (day: string) => `Ended on ${day}`,
  },
  tags: { notAnswered: 'Not answered', late: 'Answered late', promiseOverdue: 'Overdue' },
  show: {
    caption: 'Recommendation',
    back: 'Back to recommendations',
    notAnswered: (addressee: string, due: string) => `${addressee} has not answered. The answer was due by ${due}.`,
    promiseOverdue: (addressee: string, due: string) => `What ${addressee} promised was to be done by ${due}.`,
    facts: { to: 'Addressed to', from: 'From', mission: 'Mission', made: 'Made', due: 'Answer due by', promised: 'To be done by' },
    text: 'What is recommended',
    answer: 'The answer',
    promise: 'What will be done',
    ended: { done: 'Why it counts as done', 'not-done': 'Why it counts as not done', withdrawn: 'Why it was withdrawn' },
    shown: 'How it was shown',
    progress: 'Progress that the addressee reports',
    timeline: 'Timeline',
  },
  moves: {
    back: 'Back to the recommendation',
    answer: {
      link: 'Answer', title: 'Answer the recommendation', lead: ['The answer is public at once and cannot be changed.'], button: 'Publish the answer', done: 'The answer is published.',
      how: 'How do you answer?', words: 'Your answer', wordsHint: 'If you do not accept it, or not all of it, say why.', promise: 'What will be done?', promiseHint: 'Leave empty if you do not accept it.',
      promisedOn: 'By when?', promisedOnHint: 'For example, 27 3 2027. Leave empty if you do not accept it.',
    },
    progress: { link: 'Report progress', title: 'Report progress', lead: ['The report is public at once and cannot be changed.'], button: 'Publish the report', done: 'The report is published.', words: 'What has been done?' },
    outcome: {
      link: 'Say whether it was done', title: 'Say whether it was done', lead: ['This ends the recommendation. It is public at once and cannot be changed.'], button: 'Publish', done: 'The outcome is published.',
      outcome: 'Was it done?', outcomes: [{ value: 'mark-done', text: 'Done' }, { value: 'mark-not-done', text: 'Not done' }], words: 'Why?', shown: 'How was it shown?', shownHint: 'Name the figures, the document and page, or the visit.',
    },
    withdraw: { link: 'Withdraw', title: 'Withdraw the recommendation', lead: ['It stays public, with your reason. No answer is due any more.'], button: 'Withdraw', done: 'The recommendation is withdrawn.', words: 'Why is it withdrawn?' },
    readdress: {
      link: 'Address to another', title: 'Address to another organisation', lead: ['The timeline keeps who was to answer before. Where nobody has answered, the days for the answer are counted anew.'], button: 'Address to them', done: 'The recommendation is addressed to another organisation.',
      addressee: 'Who is to answer?', choose: 'Select one', words: 'Why?',
    },
  },
  timeline: {
    make: 'Made', readdress: 'Addressed to another organisation', accept: 'Accepted', 'accept-in-part': 'Accepted in part', 'not-accept': 'Not accepted', progress: 'Progress reported', 'mark-done': 'Marked as done',
    'mark-not-done': 'Marked as not done', withdraw: 'Withdrawn', remind: 'Addressee reminded of the answer', 'mark-overdue': 'Answer marked overdue', 'remind-promise': 'Addressee reminded of what was promised', 'mark-promise-overdue': 'What was promised marked overdue',
  } satisfies Record<RecommendationEventAction, string>,
  addressed: (name: string) => `Addressed to ${name}`,
  labels: { words: 'Your text', promise: 'What will be done', shown: 'How it was shown' },
};

export const STATE_CLASSES: Record<RecommendationState, string> = {
  'awaiting-answer': 'govuk-tag--grey', accepted: 'govuk-tag--blue', 'partly-accepted': 'govuk-tag--yellow', 'not-accepted': 'govuk-tag--orange', done: 'govuk-tag--green', 'not-done': 'govuk-tag--red', withdrawn: 'govuk-tag--grey',
};
