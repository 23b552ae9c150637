import { Transform, Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';
import { typedDateOf } from '#platform/pages/date-boxes.js';

const Box = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  IsString()(target, name);
  MaxLength(20)(target, name);
};

/** What is missing is said by the domain’s blockers, with the field; the form only keeps the shape. */
export class NewConsultationForm {
  @IsOptional() @IsString() @MaxLength(100)
  subject = '';

  @AsTyped() @MaxLength(200, { message: 'The title must be 200 characters or less' })
  title: string;

  @AsTyped() @MaxLength(10_000)
  question: string;

  @AsTyped() @MaxLength(5000, { message: 'The documents must be 5,000 characters or less' })
  documents = '';

  @IsOptional() @IsIn(['every', 'some', ''])
  who: 'every' | 'some' | '' = '';

  /** A single box comes as a text. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)) @IsArray() @IsString({ each: true })
  bodies: string[] = [];

  @Box() opensDay = '';
  @Box() opensMonth = '';
  @Box() opensYear = '';
  @Box() closesDay = '';
  @Box() closesMonth = '';
  @Box() closesYear = '';
  @Box() respondDay = '';
  @Box() respondMonth = '';
  @Box() respondYear = '';
}

/** What one of its dates holds, for the domain to judge. */
export function typedDate(form: NewConsultationForm, which: 'opens' | 'closes' | 'respond'): string {
  return typedDateOf({ day: form[`${which}Day`], month: form[`${which}Month`], year: form[`${which}Year`] });
}

export class ReplyForm {
  @AsTyped() @MaxLength(20_000)
  text: string;

  @IsOptional() @IsIn(['yes', 'no', ''])
  publish: 'yes' | 'no' | '' = '';

  @AsTyped() @MaxLength(1000, { message: 'The reason must be 1,000 characters or less' })
  confidentialReason = '';

  @Type(() => Number) @IsInt()
  rowVersion: number;
}

export class RespondForm extends SeenForm {
  @AsTyped() @MaxLength(10_000)
  changes: string;

  @AsTyped() @MaxLength(10_000)
  reason: string;
}

export class WithdrawForm extends SeenForm {
  @AsTyped() @MaxLength(10_000)
  reason: string;
}
