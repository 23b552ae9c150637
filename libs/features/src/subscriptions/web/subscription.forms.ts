import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsString, MaxLength } from 'class-validator';
import { type Rhythm, RHYTHM_NAMES } from '#domain/subscriptions/subscription-subject.js';
import { subscriptionsWords } from '../subscriptions.words.js';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const { errors } = subscriptionsWords;

export class SubscribeForm {
  @IsString({ message: errors.subject }) @MaxLength(200, { message: errors.subject })
  subject: string;

  @IsIn(RHYTHM_NAMES, { message: errors.rhythm })
  rhythm: Rhythm;

  @Transform(trimmed) @IsEmail({}, { message: errors.email }) @MaxLength(254, { message: errors.email })
  email: string;
}

export class ChangeRhythmForm {
  @IsIn(RHYTHM_NAMES, { message: errors.rhythm })
  rhythm: Rhythm;
}
