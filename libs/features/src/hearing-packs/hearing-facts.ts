import { type AlertStatus } from '#domain/alerts/alert-status.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type PastDay } from '#features/past-days/past-day.js';
import { type NamedTarget } from './mission-text.entity.js';

/** The day of a pack. */
export type PackDay = PastDay;

export interface TextFact {
  focusArea: string;
  statement: string;
  targets: NamedTarget[];
}

export interface VerdictFact {
  slug: string;
  verdict: Verdict;
  sentence: string;
  asOf: string;
}

export interface GivenFact {
  kind: 'department' | 'council';
  verdict: Verdict | null;
  rating: DeliveryRating | null;
  sentence: string;
  givenBy: string | null;
  organisation: string | null;
  reference: string | null;
  givenAt: Date;
  decision: string | null;
  decisionTitle: string | null;
}

/** A version of a return or plan that was public on the day. */
export interface PublicFact {
  reference: string;
  department: string;
  coversLabel: string;
  content: Record<string, unknown>;
  submittedAt: Date;
  publishedAt: Date;
  action: string;
  /** How the council decided on it; null where it did not. */
  decision: string | null;
  reasons: { section: string | null; text: string }[];
  questions: { section: string | null; text: string; answer: string | null }[];
}

/** A return that had been marked as overdue and not been delivered. */
export interface OverdueFact {
  reference: string;
  department: string;
  coversLabel: string;
  markedAt: Date;
}

/** What of a mission waited for an answer, and which returns were public. */
export interface WaitingFact {
  missionId: string;
  openAlerts: number;
  overdueReturns: number;
  publicReturns: string[];
}

export interface AlertFact {
  reference: string;
  kind: string;
  sentence: string;
  raisedAt: Date;
  responseDueOn: string;
  /** The target that it is about, by its slug; null where it is about none. */
  target: string | null;
  /** Who owed the answer when it was raised. */
  raisedWith: string | null;
  events: { action: string; toStatus: AlertStatus; office: string; text: string; at: string }[];
}

export interface DecisionFact {
  reference: string;
  title: string;
  text: string;
  adopted: boolean;
  closedAt: Date;
}

/** A letter of the council, or one that it was sent. */
export interface LetterFact {
  reference: string;
  direction: 'in' | 'out';
  subject: string;
  sender: string | null;
  addressees: { name?: string }[];
  body: string;
  publishedAt: Date;
}

/** A change of what a target asks for. */
export interface ResetFact {
  slug: string;
  from: string;
  setBy: string;
  reason: string;
}

/** Everything of a mission that was public on a day. */
export interface HearingFacts {
  mission: { id: string; slug: string; number: number; framework: { slug: string; title: string } };
  text: TextFact;
  lead: string | null;
  verdicts: VerdictFact[];
  given: GivenFact[];
  returns: PublicFact[];
  plans: PublicFact[];
  alerts: AlertFact[];
  letters: LetterFact[];
  resets: ResetFact[];
  decisions: DecisionFact[];
}
