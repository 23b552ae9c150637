import { parsePeriod } from '#domain/observations/period.js';
import { longDate } from '#platform/pages/dates.js';
import { type InterimReviewTarget } from './interim-review-target.entity.js';

/** A target of a review in one sentence: what it waits for and since when, or how it turned out. @param target with its target and metric */
export function targetLine({ target, sentence, period, waitingSince, expectedOn }: InterimReviewTarget): string {
  if (sentence) return `${target.title}: ${sentence}`;
  const label = parsePeriod(period)?.label ?? period;
  const expected = expectedOn ? ` It may be expected about ${longDate(expectedOn)}.` : '';
  return `${target.title}: waits since ${longDate(waitingSince)} for the release of ${metricWords(target.metric?.name)} with the final figure for ${label}.${expected}`;
}

/** A name in the middle of a sentence. */
function metricWords(name: string | undefined): string {
  if (name === undefined) return 'its figures';
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
