import { noticeText } from '../notice-text.js';

/** A proposal to give or take a role of the council, in finished words. */
export interface GrantNews {
  person: string;
  /** "Council member" */
  role: string;
  kind: 'grant' | 'removal';
  proposedBy: string;
  reason: string;
}

/** A decision that the council takes together. */
export interface DecisionNews {
  reference: string;
  title: string;
  by: string;
}

const change = ({ kind, role, person }: GrantNews): string => (kind === 'grant' ? `give ${person} the role ${role}` : `take the role ${role} from ${person}`);

/** To everybody who may be the second person. */
export const COUNCIL_ROLE_PROPOSED = noticeText<GrantNews>('council-role-proposed', {
  title: 'A role of the council waits for your decision',
  urgent: true,
  subject: ({ kind, role, person }) => `${kind === 'grant' ? 'To confirm' : 'To confirm, a removal'}: ${role}, ${person}`,
  paragraphs: (news, address) => [
    `${news.proposedBy} has proposed to ${change(news)}. Nothing changes until a second person confirms it, and both names are public.`,
    `The reason given: ${news.reason}`,
    `Confirm or refuse:\n${address}`,
  ],
});

/** To the chairs: somebody has to open the vote. */
export const COUNCIL_DECISION_PROPOSED = noticeText<DecisionNews>('council-decision-proposed', {
  title: 'A decision is proposed to the council',
  subject: ({ title, reference }) => `Decision proposed: ${title} (${reference})`,
  paragraphs: ({ title, by }, address) => [`${by} has proposed that the council decides on “${title}”. A chair opens the vote.`, `Read the proposal:\n${address}`],
});

/** To everybody who has a vote in it. */
export const COUNCIL_VOTE_OPEN = noticeText<DecisionNews>('council-vote-open', {
  title: 'A decision of the council is open for your vote',
  urgent: true,
  subject: ({ title, reference }) => `Your vote is asked for: ${title} (${reference})`,
  paragraphs: ({ title, by }, address) => [
    `${by} has opened the vote on “${title}”. You may vote, stand aside or recuse yourself, and change it until the vote is closed. Your name and your part in it are published with the decision.`,
    `Vote:\n${address}`,
  ],
});
