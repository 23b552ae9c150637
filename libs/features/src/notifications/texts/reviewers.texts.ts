import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

interface LeaveNews {
  name: string;
  /** ISO dates. */
  from: string;
  to: string;
  references: readonly string[];
}

const days = ({ from, to }: LeaveNews): string => (from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`);

export const REVIEWS_OF_ABSENT_RETURNED = noticeText<LeaveNews>('leave-reviews-returned', {
  title: 'Reviews of somebody on leave go back to the queue',
  subject: ({ references }) => `Back in the queue: ${references.length === 1 ? 'one review' : `${references.length} reviews`} of a reviewer on leave`,
  paragraphs: (news, address) => [
    `${news.name} is on leave ${days(news)}, and nobody had taken on these reviews: ${news.references.join(', ')}.`,
    `They are back in the queue at their old places, and any reviewer can claim them:\n${address}`,
  ],
});

export const REVIEW_OF_ABSENT_QUEUED = noticeText<{ name: string; reference: string; by: string }>('leave-review-queued', {
  title: 'A review of yours goes back to the queue because of your leave',
  subject: ({ reference }) => `Back in the queue: ${reference}`,
  paragraphs: ({ reference, by }, address) => [`${by} has put the review of ${reference} back into the queue, because you are on leave when it is due.`, `The queue:\n${address}`],
});
