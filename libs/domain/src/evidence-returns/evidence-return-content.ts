import type { DeliveryRating } from '#domain/judgements/delivery-rating.js';
import type { Verdict } from '#domain/judgements/verdict.js';
import type { SubmissionSection } from '#domain/submissions/submission-status.js';

/** What the department writes. Line breaks are `\n`. */
export interface EvidenceReturnAnswers {
  figuresComment: string;
  narrative: string;
  /** Null until rated. */
  rating: DeliveryRating | null;
  ratingReason: string;
  nextSteps: string;
}

/** One headline target's figures as Waymark filled them in; texts are finished words with units. */
export interface FigureLine {
  /** Slug of the target. */
  target: string;
  title: string;
  /** "Pupils at the expected standard, England"; null where no metric measures the target. */
  measure: string | null;
  baseline: { value: string; period: string } | null;
  latest: { value: string; period: string } | null;
  /** The value asked for and when. */
  asked: { value: string; period: string } | null;
  /** The computed verdict; null before the first judgement. */
  verdict: Verdict | null;
  sentence: string | null;
  /** Why figures there are do not measure the target, where they do not. */
  notComparable: string | null;
}

/** A whole evidence return, as the SRO signs it: the answers and the figures that stood beside them. */
export interface EvidenceReturnContent extends EvidenceReturnAnswers {
  figures: FigureLine[];
}

/** The parts of a return, in the order of its task list. */
export const EVIDENCE_RETURN_SECTIONS = [
  { key: 'figures', title: 'Figures' },
  { key: 'narrative', title: 'Narrative' },
  { key: 'rating', title: 'Own rating' },
  { key: 'next-steps', title: 'Next steps' },
] as const satisfies readonly SubmissionSection[];

export type EvidenceReturnSection = (typeof EVIDENCE_RETURN_SECTIONS)[number]['key'];
