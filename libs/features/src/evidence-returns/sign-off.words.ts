import { STEP_OUTCOMES, type StepOutcomeKind } from '#domain/evidence-returns/evidence-return-choices.js';

/** What the SRO reads of a return beside its answers. */
export const signOffWords = {
  lastReturn: (reference: string, label: string) => `the last return, ${reference} (${label})`,
  contradictions: 'Where the figures contradict or do not support the rating',
  noContradictions: 'No computed verdict contradicts the rating by two steps or more.',
  promised: 'What we promised last time, and what became of it',
  nothingPromised: 'The last return promised nothing, or there is none.',
  notSaid: 'This return does not say what became of it.',
  outcome: (outcome: StepOutcomeKind) => `${STEP_OUTCOMES[outcome]}.`,
  attachments: 'Attachments',
  openAttachments: 'Open the attachments',
  noAttachments: 'Nothing is attached.',
  attached: (name: string, bytes: number) => `${name}, ${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} KB, checked`,
  contributions: 'Contributions of others',
  noContributions: 'Nobody else was asked to contribute.',
  embargoed: (target: string, date: string) => `Not before ${date}: your own figure on “${target}”. Its source is not published before that day, and nothing of it may be said earlier.`,
};
