import { dayOutside } from './day-span.js';
import { type CycleCalendar, type CycleDays } from './reporting-cycles.js';

type DueDays = Pick<CycleDays, 'dueOn' | 'closesOn'>;

/**
 * The days of somebody who owes something of a cycle only since a day after its opening: as many working days as everybody else had,
 * and never earlier than theirs. The window stays open for as long after it as it does for the others.
 * @param since ISO date @param common the days of those who owed it from the first, where they are not the cycle's own
 */
export function lateDays(cycle: CycleDays, since: string, { working, recesses }: CycleCalendar, common: DueDays = cycle): DueDays {
  const full = dayOutside(working.after(since, working.between(cycle.opensOn, cycle.dueOn)), recesses, working);
  if (full <= common.dueOn) return { dueOn: common.dueOn, closesOn: common.closesOn };
  return { dueOn: full, closesOn: cycle.closesOn === null ? null : working.after(full, working.between(cycle.dueOn, cycle.closesOn)) };
}

/**
 * The cycles that somebody who comes late still owes something of: the newest of each kind, and older ones whose window is open.
 * @param today ISO date
 */
export function runningCycles<Cycle extends Pick<CycleDays, 'kind' | 'opensOn' | 'closesOn'>>(cycles: readonly Cycle[], today: string): Cycle[] {
  return cycles.filter((cycle) => {
    const newer = cycles.some(({ kind, opensOn }) => kind === cycle.kind && opensOn > cycle.opensOn);
    return !newer || (cycle.closesOn !== null && cycle.closesOn >= today);
  });
}
