import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ANSWERS, type AnswerAction } from '#domain/recommendations/recommendation-status.js';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';

/** What is missing is said by the domain, with the field; the forms only keep the shape. */
export class WordsForm extends SeenForm {
  @AsTyped() @MaxLength(20_000)
  words = '';
}

export class AnswerForm extends WordsForm {
  @IsOptional() @IsIn(['', ...Object.keys(ANSWERS)])
  how: AnswerAction | '' = '';

  @AsTyped() @MaxLength(20_000)
  promise = '';

  @IsOptional() @IsString() @MaxLength(20)
  promisedDay = '';

  @IsOptional() @IsString() @MaxLength(20)
  promisedMonth = '';

  @IsOptional() @IsString() @MaxLength(20)
  promisedYear = '';
}

export class OutcomeForm extends WordsForm {
  @IsOptional() @IsIn(['', 'mark-done', 'mark-not-done'])
  outcome: 'mark-done' | 'mark-not-done' | '' = '';

  @AsTyped() @MaxLength(20_000)
  shown = '';
}

export class ReaddressForm extends WordsForm {
  @IsOptional() @IsString() @MaxLength(50)
  addresseeId = '';
}

/** What the list is narrowed to; what is not known narrows to nothing. */
export class RecommendationsQuery {
  @IsOptional() @IsString() @MaxLength(50)
  state?: string;

  @IsOptional() @IsString() @MaxLength(200)
  addressee?: string;

  @IsOptional() @IsString() @MaxLength(50)
  source?: string;

  @IsOptional() @IsString() @MaxLength(10)
  overdue?: string;
}
