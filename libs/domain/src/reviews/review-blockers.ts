import { type Role } from '#domain/access/roles.js';
import { LONGEST_ANSWER, MOST_ROUNDS } from '#domain/submissions/submission-status.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { isAcceptance, type ReviewDecision } from './review-status.js';

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
  /** Ids of everybody who wrote, signed, had signed for them or sent any version of it. */
  authors: readonly string[];
  /** The sections that can be sent back. */
  sections: readonly { key: string; title: string }[];
}

export interface DecisionDraft {
  decision: ReviewDecision;
  /** By section for changes; of the whole (null) for reservations and for what stays unresolved. */
  reasons: readonly { section: string | null; text: string }[];
}

/** What a decision has to look at beside its own words. */
export interface DecisionFacts {
  delivery: Delivery;
  checksDone: boolean;
  /** How often this submission was sent back before; none where it is not known. */
  roundsSentBack?: number;
  /** A question to the department is open, and its day has not passed. */
  questionOpen?: boolean;
  draft?: DecisionDraft;
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
export function decisionBlockers(facts: DecisionFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (!facts.checksDone) {
    refusals.push({ code: 'checks-not-run', message: 'The checks have not run yet. You can decide when their results are there' });
  }
  if (facts.questionOpen) {
    refusals.push({ code: 'question-open', message: 'The department has a question to answer. Wait for its answer or its day, or withdraw it with a reason' });
  }
  return facts.draft ? [...refusals, ...draftBlockers(facts.draft, facts)] : refusals;
}

/** The decisions that may be given in this round: changes are asked for twice at most, and only then is it published unresolved. */
export function decisionsOpen(roundsSentBack: number): ReviewDecision[] {
  const acceptances: ReviewDecision[] = ['accepted', 'accepted-with-reservations'];
  return roundsSentBack < MOST_ROUNDS ? [...acceptances, 'changes-requested'] : [...acceptances, 'published-unresolved'];
}

function draftBlockers({ decision, reasons }: DecisionDraft, { delivery, roundsSentBack = 0 }: DecisionFacts): Refusal[] {
  if (decision === 'changes-requested' && roundsSentBack >= MOST_ROUNDS) {
    const message = 'This was sent back twice. Accept it, accept it with reservations, or publish it unresolved';
    return [{ code: 'rounds-used-up', message, field: 'decision' }];
  }
  if (decision === 'published-unresolved' && roundsSentBack < MOST_ROUNDS) {
    const message = 'Send it back with named sections first: it can be published unresolved after two rounds';
    return [{ code: 'rounds-left', message, field: 'decision' }];
  }
  if (decision === 'changes-requested') return sectionBlockers(reasons, delivery.sections);
  const named = reasons.filter(({ section }) => section !== null);
  if (named.length > 0) {
    const chose = isAcceptance(decision) ? 'accept' : 'publish it unresolved';
    return [{ code: 'reasons-with-acceptance', message: `You chose to ${chose} and gave sections to send back. Choose one of the two`, field: 'decision' }];
  }
  return decision === 'accepted' ? [] : wordsBlockers(decision, reasons.map(({ text }) => text).join('\n\n'));
}

const WORDS_OF = {
  'accepted-with-reservations': { field: 'reservations', missing: 'Enter your reservations', name: 'Your reservations' },
  'published-unresolved': { field: 'unresolved', missing: 'Enter what is not resolved', name: 'What is not resolved' },
} as const;

/** What the council says in public must be said. */
function wordsBlockers(decision: keyof typeof WORDS_OF, text: string): Refusal[] {
  const { field, missing, name } = WORDS_OF[decision];
  if (text.trim() === '') return [{ code: `${field}-missing`, message: missing, field }];
  if (text.length <= LONGEST_ANSWER) return [];
  return [{ code: `${field}-too-long`, message: `${name} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, field }];
}

function sectionBlockers(reasons: DecisionDraft['reasons'], sections: Delivery['sections']): Refusal[] {
  if (reasons.length === 0) {
    return [{ code: 'no-sections', message: 'Select the sections to send back', field: 'sections' }];
  }
  return reasons.flatMap((reason, index) => {
    const field = `reasons.${reason.section}`;
    const title = sections.find(({ key }) => key === reason.section)?.title.toLowerCase();
    if (title === undefined) return [{ code: 'unknown-section', message: `There is no section "${reason.section ?? ''}"`, field: 'sections' }];
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
