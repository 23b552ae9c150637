import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type InquiryOrigin } from '#domain/inquiries/inquiry-status.js';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';

const Short = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  IsString()(target, name);
  MaxLength(50)(target, name);
};

/** A single box comes as a text. */
const Several = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))(target, name);
  IsArray()(target, name);
  IsString({ each: true })(target, name);
};

/** What is missing is said by the domain, with the field; the forms only keep the shape. */
export class NewInquiryForm {
  @AsTyped() @MaxLength(10_000)
  title = '';

  @AsTyped() @MaxLength(20_000)
  scope = '';

  @IsOptional() @IsIn(['', 'own-motion', 'commissioned'])
  origin: InquiryOrigin | '' = '';

  @AsTyped() @MaxLength(10_000)
  commissionedBy = '';

  @Short() commissionedDay = '';
  @Short() commissionedMonth = '';
  @Short() commissionedYear = '';
  @Short() endDay = '';
  @Short() endMonth = '';
  @Short() endYear = '';

  @Several()
  missionIds: string[] = [];
}

export class AskForm {
  @Short() organisationId = '';

  @AsTyped() @MaxLength(20_000)
  question = '';

  @Short() dueDay = '';
  @Short() dueMonth = '';
  @Short() dueYear = '';
}

export class TextForm extends SeenForm {
  @AsTyped() @MaxLength(200_000)
  text = '';
}

export class AnswerQuestionForm extends TextForm {
  @IsOptional() @IsIn(['', 'yes', 'no'])
  publish: 'yes' | 'no' | '' = '';

  @AsTyped() @MaxLength(20_000)
  confidentialReason = '';
}

export class ReasonGivenForm extends SeenForm {
  @AsTyped() @MaxLength(20_000)
  reason = '';
}

export class PublishForm extends SeenForm {
  @Several()
  quoted: string[] = [];
}

/** Without a version: a new draft has none. */
export class DraftForm {
  @AsTyped() @MaxLength(20_000)
  text = '';

  @Short() addresseeId = '';
  @Short() missionId = '';
  @Short() answerDays = '40';
}

export class ChangeDraftForm extends SeenForm {
  @AsTyped() @MaxLength(20_000)
  text = '';

  @Short() addresseeId = '';
  @Short() missionId = '';
  @Short() answerDays = '';
}
