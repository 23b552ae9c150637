import { capitalised } from '#domain/judgements/figure-words.js';
import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

/** What is due, in words: "evidence return on Education for April to September 2026". */
interface Due {
  reference: string;
  what: string;
  /** ISO date. */
  dueOn: string;
}

const goOn = (address: string): string[] => (address === '' ? [] : [`Go on here:\n${address}`]);
const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;

export const CYCLE_OPENED = noticeText<{ submissions: readonly Due[] }>('cycle-opened', {
  title: 'Returns or plans of your department have opened',
  subject: ({ submissions }) => `Opened: ${submissions.length === 1 ? (submissions[0]?.what ?? '') : `${submissions.length} returns or plans of your department`}`,
  paragraphs: ({ submissions }, address) => [
    'The following has opened for your department:',
    submissions.map(({ reference, what, dueOn }) => `${reference}: ${what}, due on ${longDate(dueOn)}`).join('\n'),
    'You can write, save and come back at any time until it is signed and submitted.',
    ...goOn(address),
  ],
});

export interface ReminderNews extends Due {
  /** Working days left; 0 on the due date itself; null when the day has passed. */
  daysLeft: number | null;
  /** The day for which the reminder was meant, where it comes late; ISO date. */
  meantFor: string | null;
}

export const REPORT_DUE = noticeText<ReminderNews>('report-due', {
  title: 'A return or plan is due soon',
  subject: ({ reference, daysLeft }) => (daysLeft === null ? `Not delivered, and past its day: ${reference}` : daysLeft === 0 ? `Due today: ${reference}` : `Due in ${days(daysLeft)}: ${reference}`),
  paragraphs: ({ what, dueOn, daysLeft, meantFor }, address) => [
    daysLeft === null
      ? `The ${what} was due on ${longDate(dueOn)}. That day has passed, and it has not been submitted.`
      : `The ${what} is due on ${longDate(dueOn)}${daysLeft === 0 ? ', today' : `: ${days(daysLeft)} are left`.replace('1 working day are', '1 working day is')}. It has not been submitted yet.`,
    ...(meantFor === null ? [] : [`This reminder was meant for ${longDate(meantFor)}. It could not be sent on that day.`]),
    ...goOn(address),
  ],
});

export const REPORT_OVERDUE = noticeText<Due & { department: string; closesOn: string | null }>('report-overdue', {
  title: 'A return or plan is overdue',
  urgent: true,
  subject: ({ reference }) => `Overdue: ${reference}`,
  paragraphs: ({ what, dueOn, department, closesOn }, address) => [
    `${department} has not submitted the ${what}. It was due on ${longDate(dueOn)}.`,
    'It is marked overdue on the public pages from today. The mark stays when it is delivered, withdrawn or extended later.',
    ...(closesOn === null ? [] : [`It can still be submitted until ${longDate(closesOn)}. After that day the window is closed.`]),
    ...goOn(address),
  ],
});

export const WINDOW_CLOSED = noticeText<Due & { department: string; closesOn: string; delivered: boolean }>('window-closed', {
  title: 'The window of a return or plan has closed',
  urgent: true,
  subject: ({ reference, delivered }) => `${delivered ? 'Published unresolved' : 'Not submitted, window closed'}: ${reference}`,
  paragraphs: ({ what, department, closesOn, delivered }, address) => [
    delivered
      ? `${capitalised(what)}: the changes that the council asked for did not come by ${longDate(closesOn)}. What ${department} delivered last is published unresolved.`
      : `${department} did not submit the ${what} by ${longDate(closesOn)}. The window is closed, and the public pages say that it was not submitted.`,
    ...goOn(address),
  ],
});

export const DUE_DATE_MOVED = noticeText<Due & { dueBefore: string; releasedOn: string }>('due-date-moved', {
  title: 'A due date has moved because of a release of figures',
  subject: ({ reference, dueOn }) => `Now due on ${longDate(dueOn)}: ${reference}`,
  paragraphs: ({ what, dueOn, dueBefore, releasedOn }, address) => [
    `The ${what} is now due on ${longDate(dueOn)} and no longer on ${longDate(dueBefore)}: figures that decide it are published on ${longDate(releasedOn)}.`,
    'You need to do nothing. This does not count as an extension.',
    ...goOn(address),
  ],
});

interface Moved extends Due {
  /** The departments that led the mission and that leads it now. */
  from: string;
  to: string;
}

export const RETURN_MOVED_HERE = noticeText<Moved & { overdue: boolean }>('return-moved-here', {
  title: 'A return has come to your department with its mission',
  subject: ({ reference, from }) => `Now yours: ${reference}, from ${from}`,
  paragraphs: ({ what, dueOn, from, to, overdue }, address) => [
    `${to} now leads the mission. The ${what} has come to you from ${from}, with everything that was written so far.`,
    overdue
      ? `It was due on ${longDate(dueOn)} and is marked overdue. The due date and the mark belong to the mission, so they have come with it.`
      : `It is due on ${longDate(dueOn)}. If that is too soon, ask the council for an extension on the page of the return.`,
    ...goOn(address),
  ],
});

export const RETURN_MOVED_AWAY = noticeText<Moved>('return-moved-away', {
  title: 'A return has left your department with its mission',
  subject: ({ reference, to }) => `No longer yours: ${reference}, now with ${to}`,
  paragraphs: ({ what, to }, address) => [
    `${to} now leads the mission. The ${what} has gone to it as it stood. You need to do nothing more for it, and can no longer open it.`,
    'Links that showed the draft to colleagues no longer work.',
    ...goOn(address),
  ],
});

export const PLAN_NOT_OWED = noticeText<Due & { reason: string }>('plan-not-owed', {
  title: 'Your department no longer owes a plan',
  subject: ({ reference }) => `No longer owed: ${reference}`,
  paragraphs: ({ what, reason }, address) => [
    reason,
    `The ${what} is not due any more. What was written is kept, and links that showed the draft to colleagues no longer work.`,
    'If your department gets a part in a mission again, the plan is due again, with as much time as everybody had.',
    ...goOn(address),
  ],
});

export const EXTENSION_ASKED = noticeText<Due & { department: string; askedDueOn: string; reason: string; by: string }>('extension-asked', {
  title: 'A department asks for a later due date',
  subject: ({ reference }) => `Extension asked for: ${reference}`,
  paragraphs: ({ what, department, dueOn, askedDueOn, reason, by }, address) => [
    `${by} of ${department} asks for more time for the ${what}: until ${longDate(askedDueOn)}, and not ${longDate(dueOn)}. The reason given:`,
    reason,
    ...goOn(address),
  ],
});

export const EXTENSION_DECIDED = noticeText<Due & { granted: boolean; askedDueOn: string; reason: string; by: string }>('extension-decided', {
  title: 'The council has decided on an extension',
  subject: ({ reference, granted }) => `Extension ${granted ? 'granted' : 'refused'}: ${reference}`,
  paragraphs: ({ what, granted, dueOn, askedDueOn, reason, by }, address) => [
    granted
      ? `${by} has granted more time for the ${what}. It is now due on ${longDate(dueOn)}.`
      : `${by} has refused more time until ${longDate(askedDueOn)} for the ${what}. It stays due on ${longDate(dueOn)}.`,
    reason,
    ...goOn(address),
  ],
});
