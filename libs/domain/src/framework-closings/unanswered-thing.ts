/** What can be unanswered when a framework is closed, in the order in which it is printed. */
export const UNANSWERED_KINDS = {
  alert: 'Open alert',
  answer: 'Answer due',
  promise: 'Promise in a recovery plan',
  inquiry: 'Inquiry',
  recommendation: 'Recommendation',
  letter: 'Letter awaiting an answer',
  'interim-review': 'Interim review',
  'overdue-return': 'Overdue return or plan',
  'undecided-return': 'Return or plan with the council',
  'data-gap': 'Data gap',
  report: 'Report not laid',
} as const;

export type UnansweredKind = keyof typeof UNANSWERED_KINDS;

/** One thing that nobody has answered. Dates are ISO dates. */
export interface UnansweredThing {
  kind: UnansweredKind;
  reference: string;
  what: string;
  /** Who owes it; null where nobody does. */
  owner: string | null;
  since: string;
  /** Null where no day was set. */
  dueOn: string | null;
  /** Whole days from `since` to the day of the list. */
  ageDays: number;
}

/** In the order of printing: by kind, then the oldest first. */
export function inPrintingOrder(things: readonly UnansweredThing[]): UnansweredThing[] {
  const kinds = Object.keys(UNANSWERED_KINDS);
  return things.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.since.localeCompare(b.since) || a.reference.localeCompare(b.reference) || a.what.localeCompare(b.what));
}

/** Whole days from one ISO date to another; 0 where the other comes first. */
export function ageInDays(since: string, on: string): number {
  return Math.max(0, Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / 86_400_000));
}
