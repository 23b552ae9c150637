import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export interface ProposalNews {
  reference: string;
  title: string;
  /** Who proposes. */
  proposer: string;
  department: string;
  /** ISO date of the answer. */
  dueOn: string;
}

export const PROPOSAL_RECEIVED = noticeText<ProposalNews>('proposal-received', {
  title: 'A local proposal was received',
  subject: ({ reference, title }) => `Local proposal ${reference}: ${title}`,
  paragraphs: ({ proposer, title, dueOn }, address) => [
    `${proposer} proposes to your department: “${title}”. It is public.`,
    `Acknowledge it, and answer by ${longDate(dueOn)}: ${address}`,
  ],
});

export const PROPOSAL_DUE = noticeText<ProposalNews & { days: number }>('proposal-due', {
  title: 'The answer to a local proposal is due soon',
  subject: ({ reference, days }) => `Local proposal ${reference}: answer due in ${days === 1 ? '1 working day' : `${days} working days`}`,
  paragraphs: ({ proposer, title, dueOn }, address) => [`Your answer to “${title}” of ${proposer} is due on ${longDate(dueOn)}.`, address],
});

export const PROPOSAL_OVERDUE = noticeText<ProposalNews>('proposal-overdue', {
  title: 'The answer to a local proposal is overdue',
  subject: ({ reference }) => `Local proposal ${reference}: answer overdue`,
  paragraphs: ({ department, proposer, title, dueOn }, address) => [
    `${department} has not answered “${title}” of ${proposer}. The answer was due on ${longDate(dueOn)}. This is shown in public.`,
    address,
  ],
});

export const PROPOSAL_MOVED = noticeText<ProposalNews & { state: string }>('proposal-moved', {
  title: 'A department has acknowledged or taken up your proposal',
  subject: ({ reference, state }) => `Local proposal ${reference}: ${state.toLowerCase()}`,
  paragraphs: ({ department, title, state, dueOn }, address) => [`“${title}” now stands at “${state}” at ${department}. The answer is due by ${longDate(dueOn)}.`, address],
});

export const PROPOSAL_ANSWERED = noticeText<ProposalNews & { outcome: string }>('proposal-answered', {
  title: 'Your proposal was answered',
  subject: ({ reference, outcome }) => `Local proposal ${reference}: ${outcome.toLowerCase()}`,
  paragraphs: ({ department, title, outcome }, address) => [`${department} has answered “${title}”: ${outcome.toLowerCase()}.`, `The answer is public: ${address}`],
});

export const PROPOSAL_WITHDRAWN = noticeText<ProposalNews>('proposal-withdrawn', {
  title: 'A local proposal was withdrawn',
  subject: ({ reference }) => `Local proposal ${reference} is withdrawn`,
  paragraphs: ({ proposer, title }, address) => [`${proposer} has withdrawn “${title}”. No answer is due any more.`, address],
});
