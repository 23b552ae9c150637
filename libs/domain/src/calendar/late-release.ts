import { type CycleCalendar, type CycleDays, dueAfterRelease } from './reporting-cycles.js';
import { type CycleRules } from './reporting-rules.js';

/** How long after the due date a release may come and still be waited for, where the window never closes: working days. */
const LONGEST_WAIT = 60;

/**
 * The missions that have other days than the cycle, because the release of their headline figures leaves too little time before
 * the common due date. A release that comes after the window would have closed is not waited for.
 * @param releases ISO dates by mission
 */
export function daysByRelease(cycle: CycleDays, rules: CycleRules, calendar: CycleCalendar, releases: ReadonlyMap<string, string>): Map<string, Pick<CycleDays, 'dueOn' | 'closesOn'>> {
  const last = cycle.closesOn ?? calendar.working.after(cycle.dueOn, LONGEST_WAIT);
  const moved = new Map<string, Pick<CycleDays, 'dueOn' | 'closesOn'>>();
  for (const [mission, releasedOn] of releases) {
    if (rules.afterRelease === null || releasedOn > last) continue;
    const days = dueAfterRelease(cycle, rules, calendar, releasedOn);
    if (days.dueOn > cycle.dueOn) moved.set(mission, days);
  }
  return moved;
}
