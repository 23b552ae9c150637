import { REVIEW_DECISIONS, type ReviewDecision } from '#domain/reviews/review-status.js';

/** What a department is told of the council's decision. */
export interface DecisionToTell {
  reference: string;
  /** "evidence return on Health for April 2025 to March 2026". */
  what: string;
  decision: ReviewDecision;
  reasons: readonly { title: string; text: string }[];
  /** Where the department reads on and answers. */
  address: string;
}

/** Subject and text of the mail; the reasons are the reviewer's, word for word. */
export function decisionLetter(name: string, { reference, what, decision, reasons, address }: DecisionToTell): { subject: string; body: string } {
  const opening = {
    accepted: `The council has accepted your ${what}.`,
    'changes-requested': `The council has reviewed your ${what} and asks for changes to ${reasons.length === 1 ? 'one section' : `${reasons.length} sections`}:`,
  }[decision];
  const sections = reasons.map(({ title, text }) => `${title}\n${text}`);
  const next = {
    accepted: 'You need do nothing more. Read it here:',
    'changes-requested': 'Change these sections, then send it for sign-off and submit it again:',
  }[decision];
  return {
    subject: `${REVIEW_DECISIONS[decision]}: ${reference}`,
    body: [`Dear ${name},`, opening, ...sections, `${next}\n${address}`].join('\n\n') + '\n',
  };
}
