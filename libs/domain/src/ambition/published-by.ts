import type { SeriesPoint, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';

const DAY = 86_400_000;

/**
 * Days from the end of a period to its figures, as the target's own deciding period has it.
 * @returns 0 where the target names none
 */
export function publicationLag({ decides }: Pick<TargetToJudge, 'decides'>): number {
  const period = parsePeriod(decides.periodKey);
  const days = period ? (Date.parse(decides.releaseExpected) - Date.parse(period.end)) / DAY : 0;
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/** Of figures whose releases of a day are not kept: those of periods that were published by then, if the lag was as it is now. */
export function publishedBy(series: readonly SeriesPoint[], day: string, lag: number): SeriesPoint[] {
  return series.filter(({ period }) => Date.parse(period.end) + lag * DAY <= Date.parse(day));
}
