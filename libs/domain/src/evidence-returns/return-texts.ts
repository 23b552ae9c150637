import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent } from './evidence-return-content.js';

/** One section as a person reads it: what two deliveries are compared by. */
export interface ReturnSectionText {
  key: string;
  title: string;
  text: string;
}

/** What the department wrote, section by section. */
export function returnSectionTexts(content: EvidenceReturnContent): ReturnSectionText[] {
  const { figuresComment, narrative, nextSteps } = content;
  const texts: Partial<Record<string, string>> = { figures: figuresComment, narrative, rating: ratingText(content), 'next-steps': nextSteps };
  return EVIDENCE_RETURN_SECTIONS.map(({ key, title }) => ({ key, title: key === 'figures' ? 'Comment on the figures' : title, text: texts[key] ?? '' }));
}

/** What the return says that the department will do. */
export function returnPromises({ nextSteps }: EvidenceReturnContent): { title: string; text: string }[] {
  return [{ title: 'Next steps', text: nextSteps }];
}

function ratingText({ rating, ratingReason }: EvidenceReturnContent): string {
  return [rating === null ? '' : DELIVERY_RATINGS[rating].words, ratingReason].filter((line) => line.trim() !== '').join('\n\n');
}
