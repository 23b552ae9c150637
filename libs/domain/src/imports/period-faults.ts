import { parsePeriod } from '#domain/observations/period.js';
import { YEAR_KINDS } from '#domain/observations/year-kind.js';
import type { Refusal } from '#domain/workflow/transition-table.js';

/** Periods that somebody gives beside a file. */
export interface GivenPeriods {
  /** Of all its figures. */
  readonly period?: string | undefined;
  /** Whose figures will still change. */
  readonly provisional?: readonly string[] | undefined;
}

/** What is wrong with them before any metric is known: "2021-22" has a meaning to some, "Spring" to none. */
export function periodFaults({ period, provisional = [] }: GivenPeriods): Refusal[] {
  const unread = provisional.filter((text) => !isPeriodOfSome(text));
  return [
    ...(period === undefined || isPeriodOfSome(period) ? [] : [{ code: 'no-period', message: 'Period of all figures must be a period, like 2024 or 2023/24', field: 'period' }]),
    ...(unread.length === 0 ? [] : [{ code: 'no-period', message: `Periods still provisional must be periods, like 2024, 2025: ${unread.join(', ')} cannot be read`, field: 'provisional' }]),
  ];
}

function isPeriodOfSome(text: string): boolean {
  return YEAR_KINDS.some((yearKind) => parsePeriod(text, { yearKind, snapshotMonth: 1 }) !== undefined);
}
