import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { type CalendarDayDraft } from '#domain/calendar/calendar-blockers.js';
import { type CalendarDayKind } from '#domain/calendar/calendar-day-kind.js';
import { typedDateOf } from '#platform/pages/date-boxes.js';
import { calendarWords as words } from '../calendar.words.js';

const SHORT = 200;
const LONG = 3000;
const TOO_LONG = { message: `Must be ${SHORT} characters or fewer` };
const REASON_TOO_LONG = { message: `Reason must be ${LONG} characters or fewer` };

/** As the files ask: an empty box is no filter. */
export class CalendarFilterQuery {
  @IsOptional() @IsString() @MaxLength(SHORT)
  framework?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  department?: string;
}

/** What is missing is said by the rules, with the field; the forms only keep the shape. */
export class CalendarDayForm {
  @IsString() @MaxLength(SHORT, TOO_LONG)
  kind = '';

  @IsString() @MaxLength(SHORT, TOO_LONG)
  nation = '';

  @IsString() @MaxLength(SHORT, { message: `Name must be ${SHORT} characters or fewer` })
  name = '';

  @IsString() @MaxLength(20, TOO_LONG)
  firstDay = '';

  @IsString() @MaxLength(20, TOO_LONG)
  firstMonth = '';

  @IsString() @MaxLength(20, TOO_LONG)
  firstYear = '';

  @IsString() @MaxLength(20, TOO_LONG)
  lastDay = '';

  @IsString() @MaxLength(20, TOO_LONG)
  lastMonth = '';

  @IsString() @MaxLength(20, TOO_LONG)
  lastYear = '';

  @IsString() @MaxLength(500, { message: 'Where it is announced must be 500 characters or fewer' })
  source = '';
}

export function dayDraftOf(form: CalendarDayForm): CalendarDayDraft {
  return {
    kind: form.kind as CalendarDayKind,
    nation: form.nation === '' ? null : form.nation,
    name: form.name,
    source: form.source,
    firstDay: typedDateOf({ day: form.firstDay, month: form.firstMonth, year: form.firstYear }),
    lastDay: typedDateOf({ day: form.lastDay, month: form.lastMonth, year: form.lastYear }),
  };
}

export class GeneralRulesForm {
  @IsString() @MaxLength(SHORT, TOO_LONG)
  nation = '';

  /** Day of the date from which cycles open. */
  @IsString() @MaxLength(20, TOO_LONG)
  startsOn = '';

  @IsString() @MaxLength(20, TOO_LONG)
  startsMonth = '';

  @IsString() @MaxLength(20, TOO_LONG)
  startsYear = '';

  @IsIn(['yes', 'no'], { message: words.rules.chooseRecess })
  avoidsRecess: string;

  @Type(() => Number) @IsInt()
  rowVersion: number;
}

export class CycleRulesForm {
  @IsIn(['yes', 'no'], { message: words.rules.chooseAsked })
  asked: string;

  @IsString() @MaxLength(20, TOO_LONG)
  rhythm = '';

  @IsString() @MaxLength(20, TOO_LONG)
  firstMonth = '';

  @IsString() @MaxLength(20, TOO_LONG)
  opens = '';

  @IsString() @MaxLength(20, TOO_LONG)
  side = 'before';

  @IsString() @MaxLength(20, TOO_LONG)
  due = '';

  @IsString() @MaxLength(20, TOO_LONG)
  closes = '';

  @IsString() @MaxLength(20, TOO_LONG)
  afterRelease = '';

  @Type(() => Number) @IsInt()
  rowVersion: number;
}

export class AskExtensionForm {
  @IsString() @MaxLength(20, TOO_LONG)
  day = '';

  @IsString() @MaxLength(20, TOO_LONG)
  month = '';

  @IsString() @MaxLength(20, TOO_LONG)
  year = '';

  @IsString() @MaxLength(LONG, REASON_TOO_LONG)
  reason = '';

  @Type(() => Number) @IsInt()
  rowVersion: number;
}

export class DecideExtensionForm {
  @IsIn(['grant', 'refuse'], { message: words.extension.choose })
  decision: string;

  @IsString() @MaxLength(LONG, REASON_TOO_LONG)
  reason = '';

  @Type(() => Number) @IsInt()
  rowVersion: number;
}
