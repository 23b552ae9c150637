import type { DeliveryRating } from '#domain/judgements/delivery-rating.js';
import type { Recommendation } from '#domain/interim-reviews/interim-review-workflow.js';
import type { Verdict } from '#domain/judgements/verdict.js';

/** How one target stood. Null where it had not been judged. */
export interface TargetFacts {
  slug: string;
  title: string;
  role: 'headline' | 'supporting';
  verdict: Verdict | null;
  sentence: string | null;
  method: string | null;
  methodVersion: string | null;
  judgedOn: string | null;
}

/** What a department said it did, in a return that the council has accepted. */
export interface DoneFacts {
  reference: string;
  organisation: string;
  covers: string;
  narrative: string;
  /** Promised steps that were done. */
  steps: string[];
}

/** What a department plans, in a published plan or as next steps of an accepted return. */
export interface PlannedFacts {
  reference: string;
  organisation: string;
  covers: string;
  text: string;
}

/** What was withdrawn or changed, and why. */
export interface DroppedFacts {
  what: string;
  why: string;
  source: string;
}

export interface ConsultationFacts {
  reference: string;
  title: string;
  closesOn: string;
  asked: number;
  replied: number;
}

export interface AlertFacts {
  reference: string;
  sentence: string;
  raisedOn: string;
  dueOn: string;
  /** Who owes the answer; null in a vacancy. */
  organisation: string | null;
  answered: boolean;
}

/** A change of what a target asks for. */
export interface ResetFacts {
  target: string;
  from: string;
  setBy: string;
  reason: string;
  /** It was off track or worse when it was changed. */
  whileOffTrack: boolean;
}

export interface InterimReviewFacts {
  reference: string;
  interimOn: string;
  /** Null while it waits for its figure. */
  outcomes: { title: string; outcome: 'met' | 'missed' | null; sentence: string | null }[];
  /** Null until the council has decided. */
  recommendation: Recommendation | null;
  reason: string | null;
}

/** All that a report says of a mission beside the council's text: as it stood at the end of one day. Dates are ISO dates. */
export interface MissionFacts {
  number: number;
  slug: string;
  focusArea: string;
  statement: string;
  scope: 'uk' | 'england' | 'devolved';
  /** Who led it; null in a vacancy. */
  lead: string | null;
  computed: { verdict: Verdict; sentence: string } | null;
  department: { rating: DeliveryRating; sentence: string; organisation: string; reference: string; on: string } | null;
  council: { verdict: Verdict; sentence: string; on: string } | null;
  targets: TargetFacts[];
  done: DoneFacts[];
  planned: PlannedFacts[];
  dropped: DroppedFacts[];
  consultations: ConsultationFacts[];
  alerts: AlertFacts[];
  overdue: { reference: string; covers: string; dueOn: string }[];
  dataGaps: { reference: string; sentence: string; neededBy: string }[];
  /** Times of the period in which nobody led it; `to` is the first day with a lead again. */
  vacancies: { from: string; to: string | null; reason: string }[];
  /** Its words as they were before each change of the period. */
  wording: { on: string; was: string; became: string }[];
  resets: ResetFacts[];
  interimReviews: InterimReviewFacts[];
}

type OfFirstEditions = Omit<MissionFacts, 'vacancies' | 'wording' | 'resets' | 'interimReviews'>;

/** Facts as they were kept, also before a report told of vacancies, wording, resets and interim reviews. */
export function readMissionFacts(kept: OfFirstEditions & Partial<MissionFacts>): MissionFacts {
  return { vacancies: [], wording: [], resets: [], interimReviews: [], ...kept };
}

/** The alerts that the department has not answered. */
export function unanswered({ alerts }: Pick<MissionFacts, 'alerts'>): AlertFacts[] {
  return alerts.filter(({ answered }) => !answered);
}
