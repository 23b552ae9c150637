import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

/** What a notice needs to know of a delegation. */
export interface DelegationNews {
  sro: string;
  delegate: string;
  /** ISO dates. */
  fromOn: string;
  toOn: string;
  reason: string;
  /** Who ended it; '' while nobody has. */
  endedBy: string;
}

export const SIGNING_DELEGATED = noticeText<DelegationNews>('signing-delegated', {
  title: 'You sign for a senior responsible owner, or somebody signs for you',
  subject: ({ sro, delegate }) => `Sign-off delegated: ${delegate} for ${sro}`,
  paragraphs: ({ sro, delegate, fromOn, toOn, reason }, address) => [
    `${delegate} signs for ${sro} from ${longDate(fromOn)} to ${longDate(toOn)}, both days included. Reason: ${reason}`,
    `Whoever wrote any part of a return or plan cannot sign it. It ends by itself.\n${address}`,
  ],
});

export const DELEGATION_ENDED = noticeText<DelegationNews>('delegation-ended', {
  title: 'A delegation was ended early',
  subject: ({ sro, delegate }) => `Delegation ended: ${delegate} for ${sro}`,
  paragraphs: ({ sro, delegate, endedBy, toOn }, address) => [
    `${endedBy} has ended at once that ${delegate} signs for ${sro}. It would have held until ${longDate(toOn)}.`,
    `See who signs in your department:\n${address}`,
  ],
});
