import { noticeText } from '../notice-text.js';

/** What the notices say of a letter, in finished words. */
export interface LetterNews {
  reference: string;
  subject: string;
  /** "The Secretary of State, … and …" of a letter out; whoever sent one that came in. */
  who: string;
  /** "29 July 2026"; null where no answer is asked for. */
  answerDue: string | null;
}

const subjectLine = (words: string, { subject, reference }: LetterNews): string => `${words}: ${subject} (${reference})`;

/** To the chairs, when there is a draft: from the facts of an escalation, or written. */
export const LETTER_DRAFTED = noticeText<LetterNews & { by: string }>('letter-drafted', {
  title: 'A letter of the council waits for a signature',
  subject: (news) => subjectLine('Letter to edit and sign', news),
  paragraphs: ({ reference, who, by }, address) => [
    `${by} has made a draft of letter ${reference}${who === '' ? '' : ` to ${who}`}. It is sent and published only when a member or a chair has edited and signed it.`,
    `Edit and sign the letter:\n${address}`,
  ],
});

/** To the department that a letter is about, and to the council. */
export const LETTER_PUBLISHED = noticeText<LetterNews>('letter-published', {
  title: 'The council publishes a letter',
  urgent: true,
  subject: (news) => subjectLine('Letter published', news),
  paragraphs: ({ reference, who, answerDue }, address) => [
    `The council has signed and published letter ${reference} to ${who}.`,
    ...(answerDue ? [`An answer is asked for by ${answerDue}. Without one the public page says that it is overdue.`] : []),
    `Read the letter:\n${address}`,
  ],
});

export const LETTER_RECEIVED = noticeText<LetterNews>('letter-received', {
  title: 'The council records a letter that it was sent',
  subject: (news) => subjectLine('Letter received', news),
  paragraphs: ({ reference, who }, address) => [`A letter from ${who} was recorded and published as ${reference}.`, `Read the letter:\n${address}`],
});

export const LETTER_OVERDUE = noticeText<LetterNews>('letter-overdue', {
  title: 'The answer to a letter of the council is overdue',
  urgent: true,
  subject: (news) => subjectLine('Answer overdue', news),
  paragraphs: ({ reference, who, answerDue }, address) => [
    `Letter ${reference} to ${who} asked for an answer by ${answerDue ?? 'a date that has passed'}. None has come, and the public page says so.`,
    `Read the letter:\n${address}`,
  ],
});
