import { longDateTime } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export const PRE_RELEASE_OPENED = noticeText<{ from: Date; until: Date }>('pre-release-opened', {
  title: 'You may comment on figures before they are published',
  urgent: true,
  subject: () => 'You may comment on figures about your place before they are published',
  paragraphs: ({ from, until }, address) => [
    `From ${longDateTime(from)} until ${longDateTime(until)} you see the figures about your own place in a release that is under embargo. Tell nobody what is in them.`,
    `What you write appears with the figures at the hour of publication, whole: ${address}`,
    'That your organisation had access is published afterwards.',
  ],
});
