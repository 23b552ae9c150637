import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export interface ConsultationNews {
  reference: string;
  title: string;
  /** Who asks. */
  asker: string;
  /** Of the last day, or of the response. ISO date */
  dueOn: string;
}

export const CONSULTATION_OPENED = noticeText<ConsultationNews>('consultation-opened', {
  title: 'You are asked in a consultation',
  subject: ({ asker, title }) => `${asker} asks for your reply: ${title}`,
  paragraphs: ({ asker, title, reference, dueOn }, address) => [
    `${asker} has opened the consultation ${reference}, “${title}”. Your organisation is asked to reply.`,
    `Replies are open until ${longDate(dueOn)}, end of the day: ${address}`,
  ],
});

export const CONSULTATION_CLOSING = noticeText<ConsultationNews & { days: number }>('consultation-closing', {
  title: 'A consultation closes soon',
  subject: ({ days, title }) => `${days === 1 ? '1 working day' : `${days} working days`} left to reply: ${title}`,
  paragraphs: ({ asker, title, reference, dueOn }, address) => [
    `The consultation ${reference} of ${asker}, “${title}”, closes on ${longDate(dueOn)}. Your organisation has not sent a reply.`,
    address,
  ],
});

export const CONSULTATION_CLOSED = noticeText<ConsultationNews & { replies: number; invited: number }>('consultation-closed', {
  title: 'Your consultation has closed',
  subject: ({ title }) => `Consultation closed: ${title}`,
  paragraphs: ({ title, reference, dueOn, replies, invited }, address) => [
    `The consultation ${reference}, “${title}”, has closed with ${replies} of ${invited} replies.`,
    `Your response, what was changed and why, is due by ${longDate(dueOn)}: ${address}`,
  ],
});

export const CONSULTATION_OVERDUE = noticeText<ConsultationNews>('consultation-overdue', {
  title: 'The response to your consultation is overdue',
  subject: ({ title }) => `Response overdue: ${title}`,
  paragraphs: ({ title, reference, dueOn }, address) => [
    `The response to the consultation ${reference}, “${title}”, was due by ${longDate(dueOn)} and has not been published. This is shown in public.`,
    address,
  ],
});

export const CONSULTATION_ENDED = noticeText<ConsultationNews & { withdrawn: boolean }>('consultation-ended', {
  title: 'A consultation that you were asked in was answered or withdrawn',
  subject: ({ title, withdrawn }) => `${withdrawn ? 'Consultation withdrawn' : 'Response published'}: ${title}`,
  paragraphs: ({ asker, title, reference, withdrawn }, address) => [
    withdrawn ? `${asker} has withdrawn the consultation ${reference}, “${title}”, with a reason.` : `${asker} has published what was changed, and why, after the consultation ${reference}, “${title}”.`,
    address,
  ],
});
