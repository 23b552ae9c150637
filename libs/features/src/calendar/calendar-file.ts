import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { calendarBlockers, cycleBlockers } from '#domain/calendar/calendar-blockers.js';
import { type CycleRules, type ReportingRules, type Rhythm, RHYTHM_NAMES } from '#domain/calendar/reporting-rules.js';
import { type Nation, NATION_NAMES } from '#domain/calendar/working-calendar.js';
import { type PlacedFault } from '#platform/located-yaml/yaml-file.js';

/** When one kind of report is asked for, as `CycleRules` say it; what is left out is null. */
export class CycleEntry implements CycleRules {
  @IsIn(RHYTHM_NAMES)
  rhythm: Rhythm;

  @IsInt()
  firstMonth: number;

  @IsInt()
  opens: number;

  @IsInt()
  due: number;

  @IsOptional() @IsInt()
  closes: number | null = null;

  @IsOptional() @IsInt()
  afterRelease: number | null = null;
}

/** A framework's reporting calendar as a file. */
export class CalendarFile {
  @IsString() @IsNotEmpty({ message: 'the file names no framework' })
  framework: string;

  @IsIn(NATION_NAMES)
  nation: Nation;

  /** Cycles that open before it are left alone. */
  @IsString()
  startsOn: string;

  /** Left out: it does. */
  @IsOptional() @IsBoolean()
  avoidsRecess: boolean | null = null;

  @IsOptional() @ValidateNested() @Type(() => CycleEntry)
  returns: CycleEntry | null = null;

  @IsOptional() @ValidateNested() @Type(() => CycleEntry)
  plans: CycleEntry | null = null;

  rules(): ReportingRules {
    const { nation, startsOn, avoidsRecess, returns, plans } = this;
    return { nation, startsOn, avoidsRecess: avoidsRecess ?? true, returns: returns && { ...returns }, plans: plans && { ...plans } };
  }
}

/** What the words of a file say wrongly, each at its place. */
export function faultsOfCalendar({ nation, startsOn, returns, plans }: CalendarFile): PlacedFault[] {
  const parts = { returns, plans };
  const ofParts = Object.entries(parts).flatMap(([part, rules]) =>
    rules ? cycleBlockers(rules).map(({ code, message, field = '' }): PlacedFault => ({ code, path: [part, field], message })) : [],
  );
  return [...calendarBlockers({ nation, startsOn }).map(({ code, message, field = '' }): PlacedFault => ({ code, path: [field], message })), ...ofParts];
}
