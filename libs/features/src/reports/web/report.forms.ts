import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { REPORT_KINDS, type ReportKind } from '#domain/reports/report-status.js';
import { AsTyped, SeenForm } from '#features/submissions/submission.forms.js';
import { londonInstant } from '#platform/clock/clock.js';
import { type DateBoxes, dateOfBoxes } from '#platform/pages/date-boxes.js';

const Box = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  IsString()(target, name);
  MaxLength(20)(target, name);
};

/** What is missing is said by the domain’s blockers, with the field; the form only keeps the shape. */
export class NewReportForm {
  @IsOptional() @IsString() @MaxLength(50)
  framework = '';

  @IsOptional() @IsIn(['', ...Object.keys(REPORT_KINDS)])
  kind: ReportKind | '' = '';

  @Box() fromDay = '';
  @Box() fromMonth = '';
  @Box() fromYear = '';
  @Box() toDay = '';
  @Box() toMonth = '';
  @Box() toYear = '';
  @Box() dueDay = '';
  @Box() dueMonth = '';
  @Box() dueYear = '';
}

export class SectionForm extends SeenForm {
  @AsTyped() @MaxLength(50_000)
  text: string;

  @IsOptional() @AsTyped() @MaxLength(50_000)
  ruralNote = '';

  @IsOptional() @AsTyped() @MaxLength(50_000)
  devolvedNote = '';
}

export class WarningForm extends SeenForm {
  @AsTyped() @MaxLength(20_000)
  reason: string;
}

/** Any of the moves: each page has some of the fields. */
export class MoveReportForm extends SeenForm {
  @IsOptional() @AsTyped() @MaxLength(20_000)
  words = '';

  @Box() day = '';
  @Box() month = '';
  @Box() year = '';
  @Box() time = '';
}

export class RecommendForm extends SeenForm {
  @AsTyped() @MaxLength(20_000)
  text = '';

  @IsOptional() @IsString() @MaxLength(50)
  addresseeId = '';

  @IsOptional() @IsString() @MaxLength(50)
  missionId = '';

  @Box() answerDays = '';
}

export class DatesForm extends SeenForm {
  @Box() dueDay = '';
  @Box() dueMonth = '';
  @Box() dueYear = '';
  @Box() deliveredDay = '';
  @Box() deliveredMonth = '';
  @Box() deliveredYear = '';
  @Box() laidDay = '';
  @Box() laidMonth = '';
  @Box() laidYear = '';

  @IsOptional() @AsTyped() @MaxLength(100, { message: 'The paper number must be 100 characters or less' })
  paperNumber = '';
}

export class FactCheckForm extends SeenForm {
  @AsTyped() @MaxLength(20_000)
  text: string;
}

/** Null where all boxes are empty; `invalid` where they hold no date. */
export function optionalDate(boxes: DateBoxes): string | null | 'invalid' {
  return [boxes.day, boxes.month, boxes.year].every((part) => part.trim() === '') ? null : (dateOfBoxes(boxes) ?? 'invalid');
}

/** The instant of a day and a time in London; null where either is none. */
export function typedInstant({ day, month, year, time }: MoveReportForm): Date | null {
  const date = dateOfBoxes({ day, month, year });
  const padded = /^\d:\d\d$/.test(time.trim()) ? `0${time.trim()}` : time.trim();
  return date !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(padded) ? londonInstant(date, padded) : null;
}
