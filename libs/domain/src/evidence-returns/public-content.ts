import type { ContributedEvidence, EvidenceReturnContent, GivenContribution } from './evidence-return-content.js';

/** A contribution that the return quotes: whole, and without the keys by which Waymark knows it. */
export type PublicContribution = Omit<GivenContribution, 'id' | 'reason' | 'evidence'> & { evidence: Omit<ContributedEvidence, 'id'>[] };

/** A return as everybody may read it. */
export type PublicReturnContent = Omit<EvidenceReturnContent, 'contributions'> & { contributions: PublicContribution[] };

/**
 * What everybody may read of a return that the council has accepted: all that the department wrote, but no figure whose own source
 * is not published yet; and of what others contributed only what the return quotes. The rest was for the SRO and the council.
 * @param today ISO date
 */
export function publicContent(content: EvidenceReturnContent, today: string): PublicReturnContent {
  return {
    ...content,
    departures: content.departures.filter(({ unpublishedUntil }) => unpublishedUntil === null || unpublishedUntil <= today),
    contributions: content.contributions.filter(({ status, quoted }) => status === 'given' && quoted === true).map(publicContribution),
  };
}

function publicContribution({ organisation, question, about, answer, status, quoted, evidence = [] }: GivenContribution): PublicContribution {
  return {
    organisation, question, about, answer, status, quoted,
    evidence: evidence.map(({ kind, strength, claim, source, page, link }) => ({ kind, strength, claim, source, page, link })),
  };
}
