import { Feed } from 'feed';
import { encode } from 'html-entities';
import { CHANGE_KINDS, type PublicChange } from '#domain/public-changes/public-change.js';
import { publicChangesWords } from './public-changes.words.js';

/** Entries of one feed. */
export const MOST_ENTRIES = 100;

/** What a feed without entries was changed on last: the day of the white paper that the first missions come from. */
const BEGINNING = new Date('2022-02-02T00:00:00Z');

/** Characters that XML 1.0 has no place for, in whatever way they are written. */
const NOT_XML = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu;

export interface FeedSubject {
  /** What it is about, in words. */
  about: string;
  /** Paths of the feed itself and of the page that it goes with. */
  path: string;
  page: string;
}

/** When the newest change of a feed came. */
export function updatedOf(changes: readonly PublicChange[]): Date {
  return changes[0]?.at ?? BEGINNING;
}

/**
 * An Atom feed (RFC 4287). Ids are tag URIs (RFC 4151) made of the service's host and the change's own id, so that they outlive every
 * other change of address. @param changes newest first @param baseUrl of the service
 */
export function atomOf({ about, path, page }: FeedSubject, changes: readonly PublicChange[], baseUrl: string): string {
  const words = publicChangesWords.feeds;
  const tag = `tag:${new URL(baseUrl).hostname},2026:`;
  const feed = new Feed({
    id: `${tag}${path}`,
    title: plain(words.title(about)),
    description: words.subtitle,
    link: `${baseUrl}${page}`,
    feedLinks: { atom: `${baseUrl}${path}` },
    updated: updatedOf(changes),
    author: { name: words.author, link: baseUrl },
    copyright: words.rights,
    generator: false,
  });
  for (const { id, at, kind, title, sentence, path: address } of changes.slice(0, MOST_ENTRIES)) {
    feed.addItem({
      id: `${tag}change/${id}`,
      // the library calls both HTML: what is no markup must not read as some
      title: encode(plain(title)),
      description: encode(plain(sentence)),
      link: `${baseUrl}${address}`,
      date: at,
      published: at,
      category: [{ name: CHANGE_KINDS[kind], term: kind }],
    });
  }
  return feed.atom1();
}

function plain(text: string): string {
  return text.replaceAll(NOT_XML, '');
}
