import { longDate } from '#platform/pages/dates.js';
import { londonDate } from '#platform/clock/clock.js';
import { releasesWords } from './releases.words.js';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' });

/** "Under embargo until 9:30am on 31 March 2026" */
export function embargoInWords(until: Date): string {
  return releasesWords.embargo(`${TIME.format(until).replace(' ', '')} on ${longDate(londonDate(until))}`);
}
