import { textRefusals } from '#domain/workflow/text-refusals.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { FEWEST_DAYS, LONGEST_TEXT, MOST_DAYS } from './recommendation-status.js';

/** What the council writes. */
export interface RecommendationText {
  text: string;
  /** Working days in which it is to be answered; NaN where no number was typed. */
  answerDays: number;
}

/** Every reason against it, each with its field. */
export function recommendationRefusals({ text, answerDays }: RecommendationText): Refusal[] {
  const sensible = Number.isInteger(answerDays) && answerDays >= FEWEST_DAYS && answerDays <= MOST_DAYS;
  return [
    ...textRefusals(text, 'text', 'Enter what is recommended', LONGEST_TEXT),
    ...(sensible ? [] : [{ code: 'answerDays-wrong', message: `Enter a whole number of working days from ${FEWEST_DAYS} to ${MOST_DAYS}`, field: 'answerDays' }]),
  ];
}
