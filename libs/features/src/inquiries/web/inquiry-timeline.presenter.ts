import { longDateTime } from '#platform/pages/dates.js';
import { inquiriesWords } from '../inquiries.words.js';
import { type InquiryEvent, type InquiryEventAction } from '../inquiry-event.entity.js';

export interface TimelineLine {
  title: string;
  when: string;
  text: string | undefined;
}

/** What is public before the findings are: nothing of what is asked of whom, but for what is overdue. */
const ALWAYS: readonly InquiryEventAction[] = ['open', 'gather', 'mark-overdue', 'publish', 'close', 'abandon'];

/** The newest first. */
export function timelineOf(events: readonly InquiryEvent[], isPublic: boolean): TimelineLine[] {
  return events
    .filter(({ action }) => isPublic || ALWAYS.includes(action))
    .map(({ action, question, actorId, actorName, text, at }) => {
      const { name = '' } = question?.organisation ?? {};
      // officials speak for their organisation; the council's members sign by name
      const who = action === 'answer' && actorId !== null ? name : actorName;
      return { title: name === '' ? inquiriesWords.timeline[action] : `${inquiriesWords.timeline[action]}: ${name}`, when: `${who}, ${longDateTime(at)}`, text: ['close', 'withdraw-question', 'abandon'].includes(action) && text ? text : undefined };
    })
    .reverse();
}
