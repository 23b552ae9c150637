import type { Refusal } from '#domain/workflow/transition-table.js';
import { isBlank, isRealDate, lineBlockers, MOST_WORDS, textBlockers, tooLongForALine } from './answer-limits.js';
import type { FigureDeparture } from './evidence-return-content.js';

/**
 * What stands against a figure of the department's own, each with its field.
 * @param dueOn ISO date: an unpublished figure's source is published by the day on which the return is due, or the figure waits.
 */
export function figureDepartureBlockers(departure: FigureDeparture, dueOn?: string): Refusal[] {
  const { value, period, reason, source } = departure;
  return [
    ...lineBlockers(value, 'your department’s figure, with its unit', 'value', 'Figure'),
    ...lineBlockers(period, 'the period that the figure is for', 'period', 'Period'),
    ...textBlockers(reason, { what: 'why you depart from Waymark’s figure', field: 'reason', name: 'Reason', most: MOST_WORDS.departureReason }),
    ...lineBlockers(source, 'the source of your figure', 'source', 'Source'),
    ...unpublishedBlockers(departure, dueOn),
  ];
}

function unpublishedBlockers({ unpublishedUntil, clearedBy }: FigureDeparture, dueOn: string | undefined): Refusal[] {
  if (unpublishedUntil === null) {
    return isBlank(clearedBy) ? [] : [{ code: 'clearance-without-date', message: 'Enter when the source is published, or take the name out', field: 'unpublishedUntil' }];
  }
  return [
    ...dateBlockers(unpublishedUntil, dueOn),
    ...(isBlank(clearedBy)
      ? [{ code: 'cleared-by-missing', message: 'Enter the name of the Head of Profession for Statistics who cleared it', field: 'clearedBy' }]
      : tooLongForALine(clearedBy, 'Name', 'clearedBy')),
  ];
}

function dateBlockers(date: string, dueOn: string | undefined): Refusal[] {
  const field = 'unpublishedUntil';
  if (isBlank(date)) return [{ code: 'publication-missing', message: 'Enter the day on which the source is published', field }];
  if (!isRealDate(date)) return [{ code: 'publication-wrong', message: 'The day on which the source is published must be a real date', field }];
  if (dueOn !== undefined && date > dueOn) {
    return [{ code: 'published-too-late', message: 'The source must be published no later than the day on which this return is due', field }];
  }
  return [];
}
