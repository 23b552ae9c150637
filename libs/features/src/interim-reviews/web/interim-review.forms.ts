import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

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

/** Of a target: refused where something was recorded of it since. */
class ChangeForm extends VersionedForm {
  /** How many changes the page showed. */
  @IsOptional() @Type(() => Number) @IsInt()
  seen = -1;
}

export class ResetForm extends ChangeForm {
  @IsOptional() @IsString() @MaxLength(100, TOO_LONG)
  value = '';

  @IsOptional() @IsString() @MaxLength(100, TOO_LONG)
  period = '';

  @IsOptional() @IsString() @MaxLength(200, TOO_LONG)
  metric = '';

  @IsString() @MaxLength(MOST, TOO_LONG)
  reason = '';

  @IsString() @MaxLength(MOST, TOO_LONG)
  setBy = '';
}

/** Another target in the place of one. */
export class ReplaceForm extends ChangeForm {
  @IsString() @MaxLength(MOST, TOO_LONG)
  title = '';

  @IsString() @MaxLength(200, TOO_LONG)
  metric = '';

  @IsString() @MaxLength(100, TOO_LONG)
  kind = '';

  @IsString() @MaxLength(100, TOO_LONG)
  value = '';

  @IsString() @MaxLength(100, TOO_LONG)
  period = '';

  @IsString() @MaxLength(MOST, TOO_LONG)
  reason = '';

  @IsString() @MaxLength(MOST, TOO_LONG)
  setBy = '';
}
