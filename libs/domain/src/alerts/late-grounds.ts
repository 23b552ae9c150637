import { dateInWords } from '#domain/judgements/figure-words.js';
import type { AlertFact } from './alert-fact.js';

/** A return or plan that bears the calendar's mark. */
export interface LateSubmission {
  readonly reference: string;
  readonly kind: 'evidence-return' | 'delivery-plan';
  readonly organisation: string;
  /** "Education"; null for a plan, which is about all missions. */
  readonly mission: string | null;
  readonly coversLabel: string;
  /** ISO dates: the last day on time with every extension, and as it was first. */
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly extensions: number;
}

export function lateSubmissionSentence({ kind, organisation, mission, coversLabel, dueOn }: LateSubmission): string {
  const what = kind === 'evidence-return' ? `evidence return on ${mission ?? 'its mission'}` : 'delivery plan';
  return `${organisation} has not delivered its ${what} for ${coversLabel}, which was due on ${dateInWords(dueOn)}.`;
}

export function lateSubmissionFacts({ reference, dueOn, firstDueOn, extensions }: LateSubmission): AlertFact[] {
  return [
    { name: 'Reference', value: reference },
    { name: 'Due on', value: dateInWords(dueOn) },
    ...(extensions > 0 ? [{ name: 'First due on', value: dateInWords(firstDueOn) }, { name: 'Extensions', value: String(extensions) }] : []),
  ];
}

/** An alert that nobody has answered by its date. */
export interface UnansweredAlert {
  readonly reference: string;
  readonly kind: string;
  readonly organisation: string;
  readonly responseDueOn: string;
}

export function unansweredSentence({ reference, kind, organisation, responseDueOn }: UnansweredAlert): string {
  return `${organisation} has not answered alert ${reference} (${kind.toLowerCase()}); an answer was due by ${dateInWords(responseDueOn)}.`;
}

/** A report that the law asks for by a day, and who owes it. */
export interface LateReport {
  readonly title: string;
  readonly owedBy: string;
  /** ISO date. */
  readonly dueOn: string;
  /** The law that sets the day. */
  readonly basis?: string | undefined;
}

export function lateReportSentence({ title, owedBy, dueOn, basis }: LateReport): string {
  return `${owedBy} had to deliver ${title} by ${dateInWords(dueOn)}${basis ? ` (${basis})` : ''}, and has not.`;
}
