import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength } from 'class-validator';

/** What is missing is said by the services, with the field; the forms only keep the shape. */
const TOO_LONG = { message: 'This is too long' };
const MOST = 10_000;

class VersionedForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class AnswerForm extends VersionedForm {
  @IsString() @MaxLength(MOST, TOO_LONG)
  effects = '';
}

export class DecideForm extends VersionedForm {
  @IsString() @MaxLength(100, TOO_LONG)
  recommendation = '';

  @IsString() @MaxLength(MOST, TOO_LONG)
  reason = '';
}

export class ResetForm extends VersionedForm {
  @IsString() @MaxLength(100, TOO_LONG)
  value = '';

  @IsString() @MaxLength(MOST, TOO_LONG)
  reason = '';

  @IsString() @MaxLength(MOST, TOO_LONG)
  setBy = '';
}
