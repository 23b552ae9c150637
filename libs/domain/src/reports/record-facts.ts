import type { OutcomeReason } from '#domain/council/council-decision.js';
import type { InquiryOrigin, InquiryState } from '#domain/inquiries/inquiry-status.js';
import type { RecommendationState } from '#domain/recommendations/recommendation-status.js';

/** A recommendation as it stood at the end of a day. Dates are ISO dates. */
export interface RecommendationFacts {
  reference: string;
  text: string;
  addressee: string;
  /** Of what it comes from. */
  source: string;
  state: RecommendationState;
  answerDueOn: string;
  /** Null while nothing was promised. */
  promisedOn: string | null;
  /** The answer, or what was promised, was late on the day. */
  overdue: boolean;
}

/** A letter of the council, or one that it was sent. */
export interface LetterFacts {
  reference: string;
  direction: 'out' | 'in';
  subject: string;
  /** To whom it went, or who sent it. */
  who: string;
  on: string;
  /** Null where no answer was asked for. */
  answerDueOn: string | null;
  answered: boolean;
}

/** A decision that the council took together. */
export interface DecisionFacts {
  reference: string;
  title: string;
  on: string;
  adopted: boolean;
  reason: OutcomeReason;
  votes: { for: number; against: number; abstain: number; recused: number; absent: number };
  /** In the members' own words. */
  dissents: { who: string; words: string }[];
}

export interface InquiryFacts {
  reference: string;
  title: string;
  origin: InquiryOrigin;
  commissionedBy: string | null;
  state: InquiryState;
  openedOn: string;
}

/** A department's ratings of a year ago and more, against what the figures then said. */
export interface CalibrationFacts {
  department: string;
  given: number;
  worse: number;
  agrees: number;
  better: number;
  noWord: number;
  notYet: number;
}

/** All that a report says of the framework as a whole beside the council's introduction: as it stood at the end of one day. */
export interface RecordFacts {
  recommendations: RecommendationFacts[];
  letters: LetterFacts[];
  decisions: DecisionFacts[];
  inquiries: InquiryFacts[];
  calibration: CalibrationFacts[];
}

/** Letters whose answer was due before the day and had not come. @param asOf ISO date */
export function unansweredLetters({ letters }: Pick<RecordFacts, 'letters'>, asOf: string): LetterFacts[] {
  return letters.filter(({ direction, answerDueOn, answered }) => direction === 'out' && answerDueOn !== null && answerDueOn < asOf && !answered);
}

/** Recommendations by who is to answer, each addressee once, by name. */
export function byAddressee(recommendations: readonly RecommendationFacts[]): { addressee: string; open: number; answered: number; overdue: number; done: number; total: number }[] {
  const names = [...new Set(recommendations.map(({ addressee }) => addressee))].sort((one, other) => one.localeCompare(other, 'en'));
  return names.map((addressee) => {
    const theirs = recommendations.filter((one) => one.addressee === addressee);
    const count = (holds: (one: RecommendationFacts) => boolean): number => theirs.filter(holds).length;
    return {
      addressee,
      open: count(({ state }) => state === 'awaiting-answer'),
      answered: count(({ state }) => state !== 'awaiting-answer' && state !== 'withdrawn'),
      overdue: count(({ overdue }) => overdue),
      done: count(({ state }) => state === 'done'),
      total: theirs.length,
    };
  });
}
