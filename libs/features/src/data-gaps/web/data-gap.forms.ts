import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { typedDateOf } from '#platform/pages/date-boxes.js';
import { type GapEdit } from '../data-gap-changes.js';
import { type GapDecision } from '../data-gap-moves.service.js';
import { dataGapsWords } from '../data-gaps.words.js';

const SHORT = 200;
const LONG = 3000;
const TOO_LONG = { message: dataGapsWords.edit.long };
const TOO_LONG_FOR_A_LINE = { message: dataGapsWords.edit.short };
const DECISIONS: GapDecision[] = ['close', 'decline', 'reopen'];

/** What is missing is said by the domain’s blockers, with the field; the forms only keep the shape. */
export class PlanGapForm {
  @IsString()
  @MaxLength(LONG, TOO_LONG)
  plan = '';

  @IsString()
  @MaxLength(LONG, TOO_LONG)
  resource = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** The date in three boxes. */
export class EditGapForm extends PlanGapForm {
  @IsString()
  @MaxLength(SHORT, TOO_LONG_FOR_A_LINE)
  ownerId = '';

  @IsString()
  @MaxLength(SHORT, TOO_LONG_FOR_A_LINE)
  ownerPerson = '';

  @IsString()
  @MaxLength(20, TOO_LONG_FOR_A_LINE)
  day = '';

  @IsString()
  @MaxLength(20, TOO_LONG_FOR_A_LINE)
  month = '';

  @IsString()
  @MaxLength(20, TOO_LONG_FOR_A_LINE)
  year = '';

  @IsString()
  @MaxLength(LONG, TOO_LONG)
  reason = '';
}

export class DecideGapForm {
  @IsIn(DECISIONS, { message: dataGapsWords.decide.choose })
  decision: GapDecision;

  @IsOptional()
  @IsString()
  @MaxLength(LONG, TOO_LONG)
  reason = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** As the pages ask: an empty box is no filter. */
export class DataGapsQuery {
  @IsOptional() @IsString() @MaxLength(SHORT)
  mission?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  kind?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  owner?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  overdue?: string;
}

export function gapEditOf({ day, month, year, ...form }: EditGapForm): GapEdit & { reason: string; rowVersion: number } {
  return { ...form, dateNeeded: typedDateOf({ day, month, year }) };
}
