import { type MailState } from '#platform/mail/mail-message.entity.js';

/** The words of the mail pages. */
export const notificationsWords = {
  title: 'Mail that Waymark wrote',
  intro: 'The latest 200 messages and what became of them. A message that failed is tried again, and stays here.',
  empty: 'No message has been written yet.',
  hidden: 'The text is shown to its addressee alone, because it may carry a link to sign in.',
  states: {
    queued: { text: 'Queued', classes: 'govuk-tag--grey' },
    sending: { text: 'Sending', classes: 'govuk-tag--light-blue' },
    sent: { text: 'Sent', classes: 'govuk-tag--green' },
    failed: { text: 'Failed', classes: 'govuk-tag--red' },
  } satisfies Record<MailState, { text: string; classes: string }>,
};
