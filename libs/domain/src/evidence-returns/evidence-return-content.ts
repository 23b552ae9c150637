import type { AttachedFile } from '#domain/attachments/attached-file.js';
import type { DeliveryRating } from '#domain/judgements/delivery-rating.js';
import type { Verdict } from '#domain/judgements/verdict.js';
import type { SubmissionSection } from '#domain/submissions/submission-status.js';
import type { EvidenceKind, EvidenceStrength, RiskProximity, StepOutcomeKind } from './evidence-return-choices.js';

/** A figure that the department puts beside the one that Waymark filled in, and why it departs from it. */
export interface FigureDeparture {
  /** Slug of the target. */
  target: string;
  /** As the department gives it: "63.4 %". */
  value: string;
  /** "2025/26" */
  period: string;
  reason: string;
  source: string;
  /** Null where it is published already; else the day on which its source is, no later than the return. ISO date. */
  unpublishedUntil: string | null;
  /** Who of the statistical profession has cleared an unpublished figure; '' where it is published. */
  clearedBy: string;
}

/** One claim with what it rests on. */
export interface EvidenceItem {
  /** Stable over saves and deliveries: a short key without meaning. */
  id: string;
  kind: EvidenceKind;
  strength: EvidenceStrength;
  claim: string;
  /** Title of the source, with its publisher. */
  source: string;
  /** "page 14", "table 3b" */
  page: string;
  /** Where it can be read; '' where it is attached or nowhere online. */
  link: string;
  /** Id of the attachment that it rests on; null where there is none. */
  attachment: string | null;
}

/** From 1 (very low, very unlikely) to 5 (very high, almost certain). */
export type RiskScore = 1 | 2 | 3 | 4 | 5;

export interface ReturnRisk {
  id: string;
  risk: string;
  impact: RiskScore;
  likelihood: RiskScore;
  /** When it would strike. */
  proximity: RiskProximity;
  owner: string;
  /** What is done about it. */
  response: string;
}

/** A promise: what is done next, by whom and until when. */
export interface NextStep {
  id: string;
  action: string;
  owner: string;
  /** ISO date. */
  dueOn: string;
}

/** What became of a step that the last return promised. */
export interface StepOutcome {
  /** Id of the step in the last return's version; `text` for a last return that had only a text. */
  step: string;
  /** The promise word for word. */
  promised: string;
  /** Who was to do it; '' for a text. */
  owner: string;
  /** Until when, as an ISO date; null for a text. */
  dueOn: string | null;
  /** Was it to be done by the day on which this return is due? A text always is. */
  due: boolean;
  outcome: StepOutcomeKind | null;
  /** What happened, and why where it was dropped or is late. */
  what: string;
}

/** What the department writes. Line breaks are `\n`. */
export interface EvidenceReturnAnswers {
  /** Nothing new was published since the last return: one screen, the rest is left empty. */
  nil: boolean;
  figuresComment: string;
  departures: FigureDeparture[];
  narrative: string;
  evidence: EvidenceItem[];
  /** Null until rated. */
  rating: DeliveryRating | null;
  ratingReason: string;
  risks: ReturnRisk[];
  lastSteps: StepOutcome[];
  /** What is done next, in words. */
  nextSteps: string;
  /** The same step by step, so that each can be followed up. */
  steps: NextStep[];
}

/** Answers of a return that nobody has written on. */
export const NO_ANSWERS: EvidenceReturnAnswers = {
  nil: false, figuresComment: '', departures: [], narrative: '', evidence: [], rating: null, ratingReason: '', risks: [], lastSteps: [], nextSteps: '', steps: [],
};

/** What another department or a place was asked for and what it answered, word for word. */
export interface GivenContribution {
  id: string;
  organisation: string;
  question: string;
  /** '' where it was declined or not answered. */
  answer: string;
  status: 'asked' | 'given' | 'declined' | 'not-given';
  /** Is it part of the return's public words, whole? Else SRO and council see it beside the return. */
  quoted?: boolean;
  /** What the question is about, in words: "The whole return". */
  about?: string;
  /** Why it was declined. */
  reason?: string;
  evidence?: ContributedEvidence[];
}

/** One claim of a contribution with what it rests on. */
export type ContributedEvidence = Omit<EvidenceItem, 'attachment'>;

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

/** A release with figures of a headline metric. */
export interface NewRelease {
  publisher: string;
  fileName: string;
  /** Name of the headline metric. */
  metric: string;
  /** ISO date. */
  publishedOn: string;
}

/** A whole evidence return, as the SRO signs it: the answers, and what stood beside them. */
export interface EvidenceReturnContent extends EvidenceReturnAnswers {
  figures: FigureLine[];
  attachments: AttachedFile[];
  contributions: GivenContribution[];
  /** Of a nil return what was published since the last return all the same: it can be signed only while there is nothing. */
  newReleases: NewRelease[];
}

/** A version as it was stored, whatever it could hold when it was signed: what did not exist then is empty. */
export function readEvidenceReturn(stored: Partial<EvidenceReturnContent>): EvidenceReturnContent {
  return { ...NO_ANSWERS, figures: [], attachments: [], contributions: [], newReleases: [], ...stored };
}

/** The parts of a return, in the order of its task list. */
export const EVIDENCE_RETURN_SECTIONS = [
  { key: 'figures', title: 'Figures' },
  { key: 'narrative', title: 'Narrative' },
  { key: 'evidence', title: 'Evidence' },
  { key: 'rating', title: 'Own rating' },
  { key: 'risks', title: 'Risks' },
  { key: 'last-steps', title: 'What became of the last steps' },
  { key: 'next-steps', title: 'Next steps' },
  { key: 'contributions', title: 'Contributions' },
  { key: 'attachments', title: 'Attachments' },
] as const satisfies readonly SubmissionSection[];

export type EvidenceReturnSection = (typeof EVIDENCE_RETURN_SECTIONS)[number]['key'];
