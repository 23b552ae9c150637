import type { DeliveryRating } from '#domain/judgements/delivery-rating.js';
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
}

/** The alerts that the department has not answered. */
export function unanswered({ alerts }: Pick<MissionFacts, 'alerts'>): AlertFacts[] {
  return alerts.filter(({ answered }) => !answered);
}
