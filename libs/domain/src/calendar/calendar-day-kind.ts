/** What a stretch of days in the calendar is. */
export const CALENDAR_DAY_KINDS = {
  'bank-holiday': 'Bank holiday beside the usual ones',
  'working-day': 'Working day that would be a bank holiday',
  recess: 'Parliamentary recess',
  'pre-election': 'Pre-election period',
} as const;

export type CalendarDayKind = keyof typeof CALENDAR_DAY_KINDS;

export const CALENDAR_DAY_KIND_NAMES = Object.keys(CALENDAR_DAY_KINDS) as CalendarDayKind[];
