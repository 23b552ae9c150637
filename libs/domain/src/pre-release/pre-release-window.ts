import type { Refusal } from '#domain/workflow/transition-table.js';

/** The longest time before its publication in which anybody sees an official statistic: the Pre-release Access to Official Statistics Order 2008. */
export const LONGEST_ACCESS_HOURS = 24;

const HOUR_MS = 3_600_000;

/** When a window is open: from so many hours before the release's hour until that hour. */
export interface PreReleaseWindowHours {
  /** Null where the release is public already. */
  readonly publishedAt: Date | null;
  readonly hoursBefore: number;
}

/** The instant from which the named bodies see their figures. */
export function opensAt({ publishedAt, hoursBefore }: PreReleaseWindowHours): Date | null {
  return publishedAt && new Date(publishedAt.getTime() - hoursBefore * HOUR_MS);
}

/** At its hour a release is everybody's, and the window over. */
export function isWindowOpen(window: PreReleaseWindowHours, now: Date): boolean {
  const from = opensAt(window);
  return from !== null && window.publishedAt !== null && from <= now && now < window.publishedAt;
}

/** What stands against opening a window. @param hours as typed */
export function windowBlockers({ publishedAt, hours, bodies }: { publishedAt: Date | null; hours: number; bodies: number }, now: Date): Refusal[] {
  const whole = Number.isInteger(hours) && hours >= 1 && hours <= LONGEST_ACCESS_HOURS;
  return [
    ...(publishedAt === null || publishedAt <= now ? [{ code: 'not-embargoed', message: 'The release is public already', field: 'hours' }] : []),
    ...(whole ? [] : [{ code: 'hours-wrong', message: `Enter a whole number of hours from 1 to ${LONGEST_ACCESS_HOURS}`, field: 'hours' }]),
    ...(bodies > 0 ? [] : [{ code: 'bodies-missing', message: 'Select at least one body', field: 'bodies' }]),
  ];
}
