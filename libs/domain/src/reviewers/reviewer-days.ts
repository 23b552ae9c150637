import { type AbsenceDays } from './absence.js';
import { addDays, forecastWeeks, mondayOf } from './workload-forecast.js';

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
  return forecastWeeks(today).map((monday) => daysThere(reviewers, weekOf(monday).filter((date) => date >= today && isWorkingDay(date))));
}

/**
 * The same for the complete weeks before this one, added up: on how many days the past decisions were made.
 * @param weeks how many of them
 */
export function pastPersonDays(reviewers: readonly ReviewerLeave[], today: string, weeks: number, isWorkingDay: (date: string) => boolean): number {
  const mondays = Array.from({ length: weeks }, (_, index) => addDays(mondayOf(today), -7 * (index + 1)));
  return daysThere(reviewers, mondays.flatMap(weekOf).filter(isWorkingDay));
}

function weekOf(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

function daysThere(reviewers: readonly ReviewerLeave[], days: readonly string[]): number {
  return reviewers.reduce((sum, { away }) => sum + days.filter((date) => !away.some(({ from, to }) => from <= date && date <= to)).length, 0);
}
