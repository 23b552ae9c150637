/** Where a consultation stands, in words for people. */
export const CONSULTATION_STATES = {
  announced: 'Announced',
  open: 'Open',
  closed: 'Closed, response due',
  responded: 'Responded',
  withdrawn: 'Withdrawn',
} as const;

export type ConsultationState = keyof typeof CONSULTATION_STATES;

export type ConsultationAction = 'open' | 'close' | 'respond' | 'withdraw';

/** Who asks, and the clock. */
export type ConsultationPosition = 'asker' | 'clock';

/** Where the reply of one invited body stands. */
export const REPLY_STATES = {
  invited: 'Not answered',
  drafted: 'In writing',
  sent: 'Sent',
  'no-reply': 'No reply',
} as const;

export type ReplyState = keyof typeof REPLY_STATES;

export type ReplyAction = 'save' | 'send' | 'take-back' | 'lapse';

export type ReplyPosition = 'body' | 'clock';

/** Characters. */
export const LONGEST_REPLY = 10_000;
export const LONGEST_CONSULTATION_TEXT = 5000;

/** Weeks after the last day in which the asker responds, where nobody says otherwise: as the government's consultation principles have it. */
export const WEEKS_TO_RESPOND = 12;

/** Working days before the last day on which those who have not sent a reply are reminded. */
export const REPLY_REMINDERS = [5, 1] as const;
