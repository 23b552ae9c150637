import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsObject } from 'class-validator';
import { ABSENCE_SCOPE_NAMES, type AbsenceScope } from '#domain/reviewers/absence.js';
import { type SpreadChoice } from '../review-spread.service.js';
import { reviewersWords } from '../reviewers.words.js';
import { DaysForm } from './interest.forms.js';

export class AbsenceForm extends DaysForm {
  @IsIn(ABSENCE_SCOPE_NAMES, { message: reviewersWords.absences.add.chooseScope })
  scope: AbsenceScope;
}

/** The leave as it was when its page was opened. */
export class AbsenceMoveForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** Who takes each review, and as of which change of it, by the review's id. */
export class SpreadForm extends AbsenceMoveForm {
  @Transform(({ value }: { value: unknown }) => value ?? {})
  @IsObject()
  to: Record<string, unknown> = {};

  @Transform(({ value }: { value: unknown }) => value ?? {})
  @IsObject()
  versions: Record<string, unknown> = {};
}

export function spreadChoicesOf({ to, versions }: SpreadForm): SpreadChoice[] {
  return Object.entries(to).map(([reviewId, taker]) => ({
    reviewId,
    to: typeof taker === 'string' ? taker : 'unknown',
    rowVersion: Object.hasOwn(versions, reviewId) ? Number(versions[reviewId]) : Number.NaN,
  }));
}
