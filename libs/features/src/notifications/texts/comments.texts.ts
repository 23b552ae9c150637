import { noticeText } from '../notice-text.js';

/** What a notice needs to know of a comment. */
export interface CommentNews {
  reference: string;
  /** "evidence return on Education for April 2025 to March 2026". */
  what: string;
  /** Title of the section, or of the whole. */
  section: string;
  by: string;
  text: string;
}

export const DRAFT_COMMENTED = noticeText<CommentNews>('draft-commented', {
  title: 'Somebody comments on a draft that you wrote on or were asked about',
  subject: ({ reference, section }) => `Comment on ${section}: ${reference}`,
  paragraphs: ({ what, section, by, text }, address) => [`${by} comments on “${section}” of the draft of the ${what}:`, text, `Answer it or settle it:\n${address}`],
});
