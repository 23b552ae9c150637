import type { EvidenceReturnContent } from './evidence-return-content.js';
import { publicContent } from './public-content.js';

/**
 * What the bearer of a link reads of a draft: no more than everybody may once it is published, in the draft's own shape. Links are
 * passed on; contributions that are not quoted were given in confidence, and figures before their source is out are under embargo.
 * @param today ISO date
 */
export function shownDraftContent(content: EvidenceReturnContent, today: string): EvidenceReturnContent {
  return {
    ...content,
    departures: publicContent(content, today).departures,
    contributions: content.contributions.filter(({ status, quoted }) => status === 'given' && quoted === true),
  };
}
