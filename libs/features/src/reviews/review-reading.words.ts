/** The page on which a review is read. */
export const showWords = {
  version: (number: number) => `Review of version ${number}`,
  rows: {
    timing: 'Timing', extensions: 'Extensions', rounds: 'Sent back so far', proposal: 'Proposed',
    department: 'Department', covers: 'Covers', delivered: 'Delivered', since: 'In the queue since', due: 'Review due', status: 'Status', reviewer: 'Reviewer', decision: 'Decision',
  },
  nobody: 'Nobody yet',
  whyNot: 'Why you cannot decide on this',
  decideLink: 'Decide',
  checks: 'Checks',
  checksIntro: 'Waymark ran these when the delivery arrived. They never decide.',
  checksPending: 'The checks have not run yet. Open this page again in a minute.',
  figures: 'What the figures say',
  figuresCaption: 'Headline targets: the figure in the delivery and the computed verdict',
  figuresColumns: { target: 'Target', shown: 'In the delivery', asked: 'Asked for', then: 'Verdict then', now: 'Verdict now' },
  notOfficial: 'Computed verdicts are not official statistics.',
  noFigure: 'No figure',
  noVerdict: 'Not judged',
  sections: 'What the department says',
  beforeTitle: (number: number) => `Version ${number}`,
  nowTitle: (number: number) => `Version ${number} (now)`,
  blank: 'Nothing was entered.',
  changedIntro: (number: number) => `Beside it stands version ${number}, where it differs. Words that went are struck through, words that came are underlined.`,
  firstIntro: 'This is the first version.',
  promises: 'Promises of last time',
  promisesNone: 'There is no earlier delivery to hold this one against.',
  promisesThen: (label: string) => `For ${label}`,
  promisesNow: 'Now',
  steps: 'Steps promised last time',
  step: (owner: string, date: string) => `${owner}, by ${date}`,
  nothingSaid: 'Nothing is said about it',
  history: 'Timeline',
  departs: (figure: string) => `The department gives ${figure}`,
  second: 'Where the return claims better than the figures',
  secondIntro: 'An acceptance therefore needs a second, different reviewer.',
  files: 'Attachments',
  compareLink: 'Compare with the delivery for the period before',
  onTime: 'On time',
  late: (days: number) => (days === 1 ? 'One day late' : `${days} days late`),
  extensions: (count: number, first: string) => (count === 0 ? 'None' : `${count === 1 ? 'One extension' : `${count} extensions`}; first due ${first}`),
  rounds: (count: number, most: number) => `${count} of ${most}`,
  confirmedBy: (first: string, second: string) => `${first}; confirmed by ${second}`,
};

/** The files of a delivery. */
export const filesWords = {
  clean: { text: 'Scanned: no virus found', classes: 'govuk-tag--green' },
  pending: { text: 'Virus check pending', classes: 'govuk-tag--yellow' },
  'not-configured': { text: 'Not scanned for viruses', classes: 'govuk-tag--grey' },
  found: { text: 'Virus found', classes: 'govuk-tag--red' },
  gone: { text: 'No longer there', classes: 'govuk-tag--red' },
};

/** A delivery beside that of the period before. */
export const compareWords = {
  title: 'Compare with the period before',
  now: (number: number) => `Version ${number} (now)`,
  then: (reference: string, label: string, number: number) => `${reference} for ${label}, version ${number}`,
  intro: (reference: string, label: string, accepted: boolean) =>
    `Beside it stands ${reference} for ${label}, ${accepted ? 'as the council accepted it' : 'as it was delivered last'}. Words that went are struck through, words that came are underlined.`,
  none: 'Nothing was delivered for the period before.',
};
