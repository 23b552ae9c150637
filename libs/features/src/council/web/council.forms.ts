import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { DECISION_SUBJECT_NAMES, PARTS } from '#domain/council/council-decision.js';
import { type DateBoxes, dateOfBoxes, typedDateOf } from '#platform/pages/date-boxes.js';
import { councilWords } from '../council.words.js';

/** Longer than any text that the rules let through: what is too long is said by them, with the field. */
const ANY = 100_000;
const BOX = 20;
const plainLines = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);

function IsWords(): PropertyDecorator {
  return (target, key) => {
    Transform(plainLines)(target, key);
    IsString()(target, key);
    MaxLength(ANY)(target, key);
  };
}

class VersionedForm {
  /** Not sent with what is new. */
  @IsOptional() @Type(() => Number) @IsInt()
  rowVersion?: number;
}

export class MemberForm extends VersionedForm {
  @IsOptional() @IsUUID('all', { message: 'Select the person' })
  person?: string;

  @IsWords() appointedBy = '';
  @IsString() @MaxLength(BOX) fromDay = '';
  @IsString() @MaxLength(BOX) fromMonth = '';
  @IsString() @MaxLength(BOX) fromYear = '';
  @IsString() @MaxLength(BOX) untilDay = '';
  @IsString() @MaxLength(BOX) untilMonth = '';
  @IsString() @MaxLength(BOX) untilYear = '';
  @IsString() @MaxLength(BOX) endedDay = '';
  @IsString() @MaxLength(BOX) endedMonth = '';
  @IsString() @MaxLength(BOX) endedYear = '';
  @IsWords() endedWhy = '';
}

export class BudgetForm extends VersionedForm {
  @IsWords() year = '';
  @IsWords() givenBy = '';
  @IsWords() amount = '';
  @IsWords() spent = '';
  @IsWords() staff = '';
  @IsWords() note = '';
}

export class QuorumForm {
  @IsWords() leastNumber = '';
  @IsWords() leastShare = '';
  @IsWords() reason = '';
}

/** What a page that leads here has filled in. */
export class ProposalAsked {
  @IsOptional() @IsIn(DECISION_SUBJECT_NAMES)
  subject?: string;

  @IsOptional() @IsString() @MaxLength(BOX * 10)
  about?: string;
}

export class ProposeDecisionForm {
  @IsIn(DECISION_SUBJECT_NAMES, { message: 'Select what the decision is about' })
  subject = '';

  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value)) @IsUUID('all', { message: councilWords.propose.aMission })
  mission?: string;

  @IsWords() about = '';
  @IsWords() title = '';
  @IsWords() text = '';
}

export class MoveDecisionForm {
  @Type(() => Number) @IsInt()
  rowVersion: number;
}

export class CloseDecisionForm extends MoveDecisionForm {
  @IsWords() minute = '';
}

export class VoteForm extends VersionedForm {
  @IsIn(PARTS, { message: 'Select how you vote, or that you are recused' })
  part = '';

  @IsWords() words = '';
}

/** ISO date; '' where nothing was typed, undefined where it is no date. */
export function dayOf(boxes: DateBoxes): string | undefined {
  return typedDateOf(boxes) === '' ? '' : (dateOfBoxes(boxes) ?? undefined);
}
