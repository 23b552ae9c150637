import { type Period } from '#domain/observations/period.js';
import { monthsSince } from '#domain/observations/months-since.js';
import { metricsWords } from './metrics.words.js';

/** "school year 2024/25; it ended 14 months ago", "30 April 2025, 18 months ago": how old a figure is, for everybody to see. */
export function ageInWords(period: Period, today: string): string {
  const months = monthsSince(period.end, today);
  return period.months === 0 ? `${period.label}, ${metricsWords.age.taken(months)}` : `${period.label}; ${metricsWords.age.ended(months)}`;
}
