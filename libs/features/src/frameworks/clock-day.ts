import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Framework } from './framework.entity.js';
import { frameworksPaths } from './frameworks.paths.js';
import { frameworksWords as words } from './frameworks.words.js';

/** The day by which things of a framework are late: today, or the day of its closing, when its clock stopped. ISO dates */
export function clockDay({ closedAt }: Pick<Framework, 'closedAt'>, today: string): string {
  const closedOn = closedAt ? londonDate(closedAt) : today;
  return closedOn < today ? closedOn : today;
}

/** What pages of a closed framework's missions, alerts and returns say first. */
export interface ClosedNotice {
  text: string;
  link: { text: string; href: string };
}

/** Undefined while the framework runs. */
export function closedNotice({ slug, title, closedAt }: Pick<Framework, 'slug' | 'title' | 'closedAt'>): ClosedNotice | undefined {
  return closedAt ? { text: words.closed.notice(title, longDate(londonDate(closedAt))), link: { text: words.closed.edition, href: frameworksPaths.closing(slug) } } : undefined;
}
