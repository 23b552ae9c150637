import { dayFrom } from './calendar-day.js';

/**
 * Whole months from one ISO date to another: from the last day of August to 30 September none, to 31 October two. The last
 * day of a month counts as its end, whatever its number.
 * @returns 0 where the second is not later, or either is no date
 */
export function monthsSince(past: string, today: string): number {
  const [from, to] = [dayFrom(past), dayFrom(today)];
  if (!from || !to || today <= past) return 0;
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  return to.day < from.day && !isLastOfMonth(today) ? months - 1 : months;
}

function isLastOfMonth(iso: string): boolean {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}
