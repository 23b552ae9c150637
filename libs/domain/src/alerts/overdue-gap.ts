import { DATA_GAP_KINDS, type DataGapKind, type DataGapState } from '#domain/data-gaps/data-gap-kind.js';
import { isGapOverdue, isUnfinished } from '#domain/data-gaps/date-needed.js';
import { dateInWords, seriesInWords } from '#domain/judgements/figure-words.js';

/** A data gap as an alert sees it. */
export interface WatchedGap {
  readonly state: DataGapState;
  readonly kind: DataGapKind;
  readonly metricName: string;
  readonly geographyName: string;
  readonly dateNeeded: string;
  readonly plan: string | null;
  readonly stateReason: string | null;
}

/**
 * What the alert says, in plain English; one alert a gap and date needed.
 * @param dateNeeded the day that was watched
 * @returns undefined where there is nothing to raise: the date has been moved, or nobody is expected to close the gap any more
 */
export function overdueGapSentence(gap: WatchedGap, dateNeeded: string, today: string): string | undefined {
  if (gap.dateNeeded !== dateNeeded || !isGapOverdue(gap, today)) return undefined;
  const series = seriesInWords({ metricName: gap.metricName, areaName: gap.geographyName });
  const plan = (gap.plan ?? '').trim() === '' ? 'nobody has planned how to close it' : 'what was planned has not closed it';
  return `A gap in the figures (${DATA_GAP_KINDS[gap.kind].toLowerCase()}) for ${series} was to be closed by ${dateInWords(dateNeeded)}; it stands, and ${plan}.`;
}

/** @returns why the alerts of a gap are cleared, or undefined while it is to be closed */
export function gapClearing(gap: Pick<WatchedGap, 'state' | 'stateReason'>): string | undefined {
  if (isUnfinished(gap.state)) return undefined;
  const what = gap.state === 'closed' ? 'The data gap is closed' : 'The data gap is not to be closed';
  return gap.stateReason ? `${what}: ${gap.stateReason}` : `${what}.`;
}
