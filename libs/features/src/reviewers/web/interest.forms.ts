import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength } from 'class-validator';
import { type DateBoxes, dateOfBoxes, typedDateOf } from '#platform/pages/date-boxes.js';

/** Longer than any text that the rules let through: what is too long is said by them, with the field. */
const ANY = 20_000;
const BOX = 20;

/** A first and a last day in three boxes each, as they are typed. */
export class DaysForm {
  @IsString() @MaxLength(BOX)
  fromDay = '';

  @IsString() @MaxLength(BOX)
  fromMonth = '';

  @IsString() @MaxLength(BOX)
  fromYear = '';

  @IsString() @MaxLength(BOX)
  toDay = '';

  @IsString() @MaxLength(BOX)
  toMonth = '';

  @IsString() @MaxLength(BOX)
  toYear = '';
}

export class DeclareInterestForm extends DaysForm {
  @IsString() @MaxLength(ANY)
  subject = '';

  @IsString() @MaxLength(ANY)
  what = '';
}

export class EndInterestForm extends DaysForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** ISO dates; '' where nothing was typed, undefined where it is no date. */
export function daysOf(form: DaysForm): { from: string | undefined; to: string | undefined } {
  return {
    from: dayOf({ day: form.fromDay, month: form.fromMonth, year: form.fromYear }),
    to: dayOf({ day: form.toDay, month: form.toMonth, year: form.toYear }),
  };
}

function dayOf(boxes: DateBoxes): string | undefined {
  return typedDateOf(boxes) === '' ? '' : (dateOfBoxes(boxes) ?? undefined);
}

export const NO_DAYS = { fromDay: '', fromMonth: '', fromYear: '', toDay: '', toMonth: '', toYear: '' };
