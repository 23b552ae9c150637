import { longDate } from '#platform/pages/dates.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Framework } from '../framework.entity.js';
import { frameworksPaths } from '../frameworks.paths.js';
import { frameworksWords as words } from '../frameworks.words.js';

export interface FrameworksList {
  title: string;
  empty: string;
  list: { href: string; title: string; summary: string; tag: { text: string; classes: string }; line: string; edition: { text: string; href: string } | undefined }[];
}

/** Those that run first, each group the latest first, as they come. */
export function frameworksList(title: string, frameworks: readonly Framework[]): FrameworksList {
  const ordered = [...frameworks.filter(({ closedAt }) => closedAt === null), ...frameworks.filter(({ closedAt }) => closedAt !== null)];
  return {
    title,
    empty: words.home.none,
    list: ordered.map(({ slug, title: name, summary, publishedOn, source, closedAt }) => ({
      href: frameworksPaths.framework(slug), title: name, summary,
      tag: closedAt ? { text: words.closed.tag, classes: 'govuk-tag--grey' } : { text: words.closed.open, classes: 'govuk-tag--green' },
      line: closedAt ? words.closed.since(longDate(londonDate(closedAt))) : words.published(longDate(publishedOn), source),
      edition: closedAt ? { text: words.closed.edition, href: frameworksPaths.closing(slug) } : undefined,
    })),
  };
}
