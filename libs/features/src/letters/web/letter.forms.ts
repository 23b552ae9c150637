import { Type } from 'class-transformer';
import { IsInt, IsOptional, MaxLength } from 'class-validator';
import { type Addressee, type LetterContent, type ReceivedLetter } from '#domain/letters/letter-blockers.js';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';
import { typedDateOf } from '#platform/pages/date-boxes.js';

const Line = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  AsTyped()(target, name);
  MaxLength(300, { message: 'Enter 300 characters or fewer' })(target, name);
};

const Text = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  AsTyped()(target, name);
  MaxLength(20_000, { message: 'Enter 20,000 characters or fewer' })(target, name);
};

/** What is missing is said by the domain's blockers; a draft is saved unfinished. */
export class LetterForm {
  @Line() subject = '';
  @Line() secretaryOfState = '';
  @Line() selectCommittee = '';
  @Line() other = '';
  /** Of a new letter: the reference of an alert. */
  @Line() about = '';
  @Text() body = '';
  @Line() answerWorkingDays = '';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  rowVersion = 0;
}

export class DropLetterForm extends SeenForm {
  @Text() reason = '';
}

export class ReceivedLetterForm {
  @Line() answers = '';
  @Line() sender = '';
  @Line() subject = '';
  @Line() receivedDay = '';
  @Line() receivedMonth = '';
  @Line() receivedYear = '';
  @Text() body = '';
}

export function letterOf(form: LetterForm): LetterContent {
  const { subject, secretaryOfState, selectCommittee, other, body, answerWorkingDays } = form;
  const addressees: Addressee[] = [
    { kind: 'secretary-of-state', name: secretaryOfState },
    { kind: 'select-committee', name: selectCommittee },
    { kind: 'other', name: other },
  ];
  return { subject, addressees, body, answerWorkingDays: answerWorkingDays === '' ? null : wholeNumber(answerWorkingDays) };
}

export function receivedOf({ sender, subject, body, receivedDay, receivedMonth, receivedYear }: ReceivedLetterForm): ReceivedLetter {
  return { sender, subject, body, receivedOn: typedDateOf({ day: receivedDay, month: receivedMonth, year: receivedYear }) };
}

/** 0, which is refused, where it is none. */
function wholeNumber(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
}
