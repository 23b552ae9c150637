import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { MOST_ITEMS } from '#domain/evidence-returns/answer-limits.js';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { type SaidOfStep, type WrittenAnswers } from '#domain/evidence-returns/draft-blockers.js';
import { AsTyped } from '#features/submissions/submission.forms.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';
import { RatingForm } from './evidence-return.forms.js';
import { outcomeOf } from './return-item.forms.js';

/** What is said of one promise, on the one screen. */
export class SaidForm {
  @AsTyped() step = '';
  @AsTyped() outcome = '';
  @AsTyped() what = '';
}

export class NilReturnForm extends RatingForm {
  @AsTyped() narrative = '';

  /** Set where the box is ticked. */
  @IsOptional()
  @AsTyped()
  confirm?: string;

  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => SaidForm)
  lastSteps: SaidForm[] = [];
}

/**
 * A rating that is not confirmed is none: whoever goes on is told, whoever comes back later finds the box empty.
 * @throws ApplicationError 422 where somebody goes on without confirming it.
 */
export function nilAnswersOf({ narrative, rating, ratingReason, confirm, lastSteps, then }: NilReturnForm): WrittenAnswers {
  if (confirm === undefined && rating !== null && then !== 'later') {
    throw ApplicationError.invalid([{ code: 'rating-not-confirmed', message: words.nil.notConfirmed, field: 'confirm' }]);
  }
  const said: SaidOfStep[] = lastSteps.map((line) => outcomeOf(line, line.step));
  const confirmed: EvidenceReturnAnswers['rating'] = confirm === undefined ? null : rating;
  return { nil: true, narrative, rating: confirmed, ratingReason, lastSteps: said };
}
