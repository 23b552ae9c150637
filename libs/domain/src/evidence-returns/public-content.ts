import type { EvidenceReturnContent } from './evidence-return-content.js';

/**
 * What everybody may read of a return that the council has accepted: all of it, but no figure whose own source is not published
 * yet.
 * @param today ISO date
 */
export function publicContent(content: EvidenceReturnContent, today: string): EvidenceReturnContent {
  return { ...content, departures: content.departures.filter(({ unpublishedUntil }) => unpublishedUntil === null || unpublishedUntil <= today) };
}
