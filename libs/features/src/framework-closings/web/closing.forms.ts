import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { MISSION_OUTCOMES } from '#domain/framework-closings/mission-outcome.js';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';

/** Longer than any text that the rules let through: what is too long is said by them, with the field. */
const ANY = 100_000;
const filled = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

/** What is missing is said by the domain, with the field; the forms only keep the shape. */
class PreparedForm {
  /** Not sent the first time. */
  @IsOptional() @Type(() => Number) @IsInt()
  rowVersion?: number;

  @AsTyped() @MaxLength(ANY)
  reason = '';
}

export class ClosingDayForm extends PreparedForm {
  @IsOptional() @Transform(filled) @IsUUID('all', { message: 'Select a decision' })
  decision?: string;

  @IsOptional() @IsString() @MaxLength(20)
  closesDay = '';

  @IsOptional() @IsString() @MaxLength(20)
  closesMonth = '';

  @IsOptional() @IsString() @MaxLength(20)
  closesYear = '';
}

export class MissionEndingForm extends PreparedForm {
  @IsOptional() @IsIn(['', ...Object.keys(MISSION_OUTCOMES)])
  outcome = '';

  @IsOptional() @Transform(filled) @IsUUID('all', { message: 'Select a mission' })
  successor?: string;
}

export class AnnounceForm extends SeenForm {}

export class TakeBackForm extends SeenForm {
  @AsTyped() @MaxLength(ANY)
  reason = '';
}
