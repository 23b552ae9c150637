import { type AbsenceDays } from './absence.js';
import { addDays, forecastWeeks } from './workload-forecast.js';

/** A reviewer's leave; none where they are there all the time. */
export interface ReviewerLeave {
  id: string;
  away: readonly AbsenceDays[];
}

/**
 * For each week of the forecast the working days on which reviewers are there, added up over all of them. This week counts from today on.
 * @param today ISO date.
 */
export function personDays(reviewers: readonly ReviewerLeave[], today: string, isWorkingDay: (date: string) => boolean): number[] {
  return forecastWeeks(today).map((monday) => {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter((date) => date >= today && isWorkingDay(date));
    return reviewers.reduce((sum, { away }) => sum + days.filter((date) => !away.some(({ from, to }) => from <= date && date <= to)).length, 0);
  });
}
