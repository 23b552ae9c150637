import { type Role } from '#domain/access/roles.js';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { type ReviewDecision } from './review-status.js';

/** Whoever wants to review. */
export interface Reviewer {
  id: string;
  roles: readonly Role[];
  organisationId: string | null;
  homeOrganisationId: string | null;
}

/** What is reviewed, as far as it decides who may. */
export interface Delivery {
  /** The submitting department. */
  organisationId: string;
  /** Ids of everybody who wrote, signed or sent any version of it. */
  authors: readonly string[];
  /** The sections that can be sent back. */
  sections: readonly { key: string; title: string }[];
}

export interface DecisionDraft {
  decision: ReviewDecision;
  reasons: readonly { section: string; text: string }[];
}

/** Every reason why somebody may not review this delivery, whoever holds it; the database holds the same rules. */
export function reviewerBlockers(reviewer: Reviewer, delivery: Delivery): Refusal[] {
  const refusals: Refusal[] = [];
  if (!reviewer.roles.includes('reviewer')) {
    refusals.push({ code: 'not-a-reviewer', message: 'Only a reviewer of the council can review a delivery' });
  }
  if (reviewer.organisationId === delivery.organisationId) {
    refusals.push({ code: 'own-department', message: 'You belong to the department that submitted this' });
  }
  if (reviewer.homeOrganisationId === delivery.organisationId) {
    refusals.push({ code: 'home-department', message: 'You are on secondment from the department that submitted this' });
  }
  if (delivery.authors.includes(reviewer.id)) {
    refusals.push({ code: 'own-words', message: 'You wrote or signed a version of this' });
  }
  return refusals;
}

/** Every reason why a decision may not be given yet; without a draft only those that no form can mend. */
export function decisionBlockers(facts: { delivery: Delivery; checksDone: boolean; draft?: DecisionDraft }): Refusal[] {
  const refusals: Refusal[] = [];
  if (!facts.checksDone) {
    refusals.push({ code: 'checks-not-run', message: 'The checks have not run yet. You can decide when their results are there' });
  }
  return facts.draft ? [...refusals, ...draftBlockers(facts.draft, facts.delivery.sections)] : refusals;
}

function draftBlockers({ decision, reasons }: DecisionDraft, sections: Delivery['sections']): Refusal[] {
  if (decision === 'accepted') {
    if (reasons.length === 0) return [];
    const message = 'You chose to accept and gave sections to send back. Choose one of the two';
    return [{ code: 'reasons-with-acceptance', message, field: 'decision' }];
  }
  if (reasons.length === 0) {
    return [{ code: 'no-sections', message: 'Select the sections to send back', field: 'sections' }];
  }
  return reasons.flatMap((reason, index) => {
    const field = `reasons.${reason.section}`;
    const title = sections.find(({ key }) => key === reason.section)?.title.toLowerCase();
    if (title === undefined) return [{ code: 'unknown-section', message: `There is no section "${reason.section}"`, field: 'sections' }];
    if (reasons.findIndex(({ section }) => section === reason.section) !== index) {
      return [{ code: 'section-twice', message: `Select ${title} once`, field: 'sections' }];
    }
    if (reason.text.trim() === '') return [{ code: 'reason-missing', message: `Enter what should change in ${title}`, field }];
    if (reason.text.length > LONGEST_ANSWER) {
      return [{ code: 'reason-too-long', message: `What should change in ${title} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, field }];
    }
    return [];
  });
}
