import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import type { EvidenceReturnAnswers, EvidenceReturnSection } from './evidence-return-content.js';

/** What stands against sending a return for sign-off, with the section where it can be put right. */
export interface EvidenceReturnBlocker extends Refusal {
  section: EvidenceReturnSection;
  field: keyof EvidenceReturnAnswers;
}

/** Every reason at once; empty when the return is complete. The comment on the figures is the department's choice. */
export function evidenceReturnBlockers(answers: EvidenceReturnAnswers): EvidenceReturnBlocker[] {
  const blockers: EvidenceReturnBlocker[] = [];
  if (isBlank(answers.narrative)) {
    blockers.push({ code: 'narrative-missing', message: 'Enter what was done and what came of it', section: 'narrative', field: 'narrative' });
  }
  if (answers.rating === null) {
    blockers.push({ code: 'rating-missing', message: 'Select how likely it is that the targets are met', section: 'rating', field: 'rating' });
  }
  if (isBlank(answers.ratingReason)) {
    blockers.push({ code: 'rating-reason-missing', message: 'Enter the reason for your rating', section: 'rating', field: 'ratingReason' });
  }
  if (isBlank(answers.nextSteps)) {
    blockers.push({ code: 'next-steps-missing', message: 'Enter what you will do next', section: 'next-steps', field: 'nextSteps' });
  }
  for (const [field, section, name] of TEXTS) {
    if (answers[field].length > LONGEST_ANSWER) {
      blockers.push({ code: 'too-long', message: `${name} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, section, field });
    }
  }
  return blockers;
}

const TEXTS = [
  ['figuresComment', 'figures', 'Comment on the figures'],
  ['narrative', 'narrative', 'Narrative'],
  ['ratingReason', 'rating', 'Reason for your rating'],
  ['nextSteps', 'next-steps', 'Next steps'],
] as const;

function isBlank(text: string): boolean {
  return text.trim() === '';
}
