import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength } from 'class-validator';
import { dayFrom } from '#domain/observations/calendar-day.js';
import { londonInstant } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { releasesWords } from '../releases.words.js';

const LONG = 3000;
const SHORT = 200;

export class AcknowledgeWarningsForm {
  @IsString()
  @MaxLength(LONG, { message: releasesWords.acknowledge.tooLong })
  note = '';
}

export class MoveHourForm {
  @IsString()
  @MaxLength(20, { message: releasesWords.hour.notADate })
  day = '';

  @IsString()
  @MaxLength(20, { message: releasesWords.hour.notADate })
  month = '';

  @IsString()
  @MaxLength(20, { message: releasesWords.hour.notADate })
  year = '';

  @IsString()
  @MaxLength(20, { message: releasesWords.hour.notATime })
  time = '';

  @IsString()
  @MaxLength(LONG, { message: releasesWords.hour.tooLong })
  reason = '';
}

export class RecordBreakForm {
  @Type(() => Number)
  @IsInt({ message: releasesWords.breaks.chooseMetric })
  metricId = Number.NaN;

  @IsString()
  @MaxLength(SHORT)
  period = '';

  @IsString()
  @MaxLength(LONG, { message: releasesWords.breaks.tooLong })
  what = '';

  @IsString()
  @MaxLength(LONG, { message: releasesWords.breaks.tooLong })
  reason = '';
}

/** @throws ApplicationError naming the boxes that hold no day or no time of day */
export function hourOf({ day, month, year, time }: MoveHourForm): Date {
  const date = [year.trim().padStart(4, '0'), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')].join('-');
  const clock = time.trim().padStart(5, '0');
  const reasons: Reason[] = [
    ...(dayFrom(date) ? [] : [{ code: 'no-date', message: releasesWords.hour.notADate, field: 'publishedOn' }]),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? [] : [{ code: 'no-time', message: releasesWords.hour.notATime, field: 'time' }]),
  ];
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
  return londonInstant(date, clock);
}
