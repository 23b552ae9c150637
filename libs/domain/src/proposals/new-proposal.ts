import type { Refusal } from '#domain/workflow/transition-table.js';
import { LONGEST_LINE, LONGEST_PROPOSAL_TEXT } from './proposal-status.js';

/** What a place or director writes. */
export interface ProposalTexts {
  title: string;
  /** What is asked. */
  ask: string;
  /** What it would cost and who would pay. */
  cost: string;
  /** What shows that it would work, with its source. */
  evidence: string;
}

const NAMES: Record<keyof ProposalTexts, [missing: string, name: string, most: number]> = {
  title: ['Enter a title', 'The title', LONGEST_LINE],
  ask: ['Enter what you ask', 'What you ask', LONGEST_PROPOSAL_TEXT],
  cost: ['Enter what it would cost and who would pay, or that nobody knows yet', 'The cost', LONGEST_PROPOSAL_TEXT],
  evidence: ['Enter what shows that it would work', 'The evidence', LONGEST_PROPOSAL_TEXT],
};

/** Every reason against the texts, each with its field. */
export function proposalBlockers(texts: ProposalTexts): Refusal[] {
  return (Object.keys(NAMES) as (keyof ProposalTexts)[]).flatMap((field) => {
    const [missing, name, most] = NAMES[field];
    if (texts[field].trim() === '') return [{ code: `${field}-missing`, message: missing, field }];
    return texts[field].length <= most ? [] : [{ code: `${field}-too-long`, message: `${name} must be ${most.toLocaleString('en-GB')} characters or less`, field }];
  });
}
