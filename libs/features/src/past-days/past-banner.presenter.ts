import { longDate } from '#platform/pages/dates.js';
import { type PastDay } from './past-day.js';
import { pastDaysPaths } from './past-days.paths.js';
import { pastDaysWords as words } from './past-days.words.js';

interface Link {
  href: string;
  text: string;
}

/** What stands above a page of an old day. It says nothing that a later day could change. */
export interface PastBanner {
  heading: string;
  text: string;
  links: Link[];
  /** The page's own address: its words are not those of today's page. */
  canonical: string;
}

/** @param page the address of today's page @param since ISO date of the first day that there is @param today ISO date */
export function pastBanner({ on }: PastDay, { page, since, today }: { page: string; since: string; today: string }): PastBanner {
  return {
    heading: words.heading(longDate(on)),
    text: on === today ? words.textToday : words.text(longDate(on)),
    links: [
      { href: page, text: words.today },
      ...(on > since ? [{ href: pastDaysPaths.other(page, on, 'previous'), text: words.previous }] : []),
      ...(on < today ? [{ href: pastDaysPaths.other(page, on, 'next'), text: words.next }] : []),
    ],
    canonical: pastDaysPaths.page(page, on),
  };
}

/** For the foot of today's page. @param today ISO date */
export function linkToToday(page: string, today: string): Link {
  return { href: pastDaysPaths.page(page, today), text: words.link };
}
