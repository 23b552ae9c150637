/** Two kinds of report on a framework, which the same workspace makes. */
export const REPORT_KINDS = {
  council: 'Annual report of the council',
  statutory: 'Statutory annual report',
} as const;

export type ReportKind = keyof typeof REPORT_KINDS;

/** Where the next edition of a report stands. Editions that are out stay out, whatever stands here. */
export const REPORT_STATES = {
  writing: 'In writing',
  'fact-check': 'With departments for fact-check',
  checked: 'Fact-check over',
  scheduled: 'To be published at a set time',
  published: 'Published',
  dropped: 'Dropped',
} as const;

export type ReportState = keyof typeof REPORT_STATES;

export type ReportAction = 'open-window' | 'close-window' | 'revise' | 'schedule' | 'recall' | 'publish' | 'correct' | 'drop' | 'drop-correction';

/** Of the council; a chair is a member too. The author is whoever opened it, the dropper author or chair. */
export type ReportPosition = 'member' | 'chair' | 'dropper' | 'clock';

/** Is it the report that the law asks for? Who owes that is the framework's field; the council may owe its own. @param owedBy null where nobody owes any */
export function isOwed(kind: ReportKind, owedBy: string | null): boolean {
  return kind === 'statutory' || owedBy === 'council';
}

/** Where a department's right of reply on one mission stands. */
export const FACT_CHECK_REPLY_STATES = {
  invited: 'Not answered',
  drafted: 'In writing',
  sent: 'Sent',
  'no-reply': 'No reply',
} as const;

export type FactCheckReplyState = keyof typeof FACT_CHECK_REPLY_STATES;

/** Fewest working days of a fact-check, the day it opens not counted. */
export const SHORTEST_FACT_CHECK = 10;

/** Characters: one page. */
export const LONGEST_FACT_CHECK_REPLY = 3000;
export const LONGEST_REPORT_TEXT = 20_000;
export const LONGEST_REPORT_NOTE = 5000;
