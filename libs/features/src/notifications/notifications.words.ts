import { type MailState } from '#platform/mail/mail-message.entity.js';
import { type MailRhythm } from './notice-preference.entity.js';

/** The words of the mail pages. */
export const notificationsWords = {
  title: 'Mail that Waymark wrote',
  intro: 'The latest 200 messages and what became of them. A message that failed is tried again, and stays here.',
  empty: 'No message has been written yet.',
  subscriber: 'A subscriber',
  subscribers: 'How many follow what changes by e-mail',
  hidden: 'The text is shown to its addressee alone, because it may carry a link to sign in.',
  states: {
    queued: { text: 'Queued', classes: 'govuk-tag--grey' },
    sending: { text: 'Sending', classes: 'govuk-tag--light-blue' },
    sent: { text: 'Sent', classes: 'govuk-tag--green' },
    failed: { text: 'Failed', classes: 'govuk-tag--red' },
  } satisfies Record<MailState, { text: string; classes: string }>,
};

/** The words of the inbox. */
export const inboxWords = {
  title: 'Inbox',
  empty: 'Nobody has told you anything yet.',
  unread: (count: number) => (count === 0 ? 'You have read everything.' : count === 1 ? '1 notice is unread.' : `${count} notices are unread.`),
  tag: { text: 'Unread', classes: 'govuk-tag--blue' },
  columns: { subject: 'Notice', written: 'Written', state: 'State' },
  read: 'Read',
  markAsRead: 'Mark as read',
  readAll: 'Mark all as read',
  allRead: 'Everything is marked as read.',
  older: 'Older notices',
  newest: 'Newest notices',
  choose: 'Choose how you are told by email',
  back: 'Back to the inbox',
  goOn: 'Go to the page',
  preferences: {
    title: 'How you are told by email',
    question: 'When do you want email?',
    hint: 'Your inbox on Waymark has every notice at once, whatever you choose.',
    options: {
      each: { text: 'At once, one email for each notice' },
      daily: { text: 'Once a working day, at 8am' },
      weekly: { text: 'Once a week, at 8am on its first working day' },
    } satisfies Record<MailRhythm, { text: string }>,
    wrong: 'Select when you want email',
    urgent: 'These cannot wait and always come at once:',
    always: 'Links to sign in and alerts on missions',
    button: 'Save',
    saved: 'Your choice is saved.',
  },
};
