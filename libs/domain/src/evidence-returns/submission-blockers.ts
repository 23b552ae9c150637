import type { Refusal } from '#domain/workflow/transition-table.js';
import { isBlank } from './answer-limits.js';
import { attachmentGone, textsTooLong } from './draft-blockers.js';
import { evidenceItemBlockers } from './evidence-item-blockers.js';
import type { EvidenceReturnAnswers, EvidenceReturnContent, EvidenceReturnSection, StepOutcome } from './evidence-return-content.js';
import { figureDepartureBlockers } from './figure-departure-blockers.js';
import { riskBlockers } from './risk-blockers.js';
import { nextStepBlockers, type ReturnTime, stepOutcomeBlockers } from './step-blockers.js';

/** What stands against sending a return for sign-off, with the section where it can be put right. */
export interface EvidenceReturnBlocker extends Refusal {
  section: EvidenceReturnSection;
  /** Of an item of a list `evidence.<id>`. */
  field: string;
}

/** The answers, and of what stands beside them what they rest on. */
type Blocked = EvidenceReturnAnswers & Partial<Pick<EvidenceReturnContent, 'attachments' | 'newReleases'>>;

/**
 * Every reason at once; empty when the return is complete. A comment on the figures, evidence, risks and departures are the
 * department's choice; what it begins must be whole.
 * @param time what the steps' days are held against; without it they are held against none
 */
export function evidenceReturnBlockers(answers: Blocked, time?: ReturnTime): EvidenceReturnBlocker[] {
  return answers.nil ? nilBlockers(answers) : [...fullBlockers(answers, time), ...tooLong(answers)];
}

/** The section where each field is given. */
export function sectionOfField(field: string): EvidenceReturnSection {
  return SECTION_OF_FIELD[field.split('.')[0] ?? ''] ?? 'narrative';
}

const SECTION_OF_FIELD: Readonly<Record<string, EvidenceReturnSection>> = {
  figuresComment: 'figures',
  departures: 'figures',
  narrative: 'narrative',
  evidence: 'evidence',
  rating: 'rating',
  ratingReason: 'rating',
  risks: 'risks',
  lastSteps: 'last-steps',
  nextSteps: 'next-steps',
  steps: 'next-steps',
  contributions: 'contributions',
  attachments: 'attachments',
};

function fullBlockers(answers: Blocked, time: ReturnTime | undefined): EvidenceReturnBlocker[] {
  const { narrative, departures, evidence, risks, lastSteps, nextSteps, steps, attachments } = answers;
  return [
    ...items('departures', 'Figure', departures, ({ target }) => target, (departure) => figureDepartureBlockers(departure)),
    ...(isBlank(narrative) ? [blocker('narrative-missing', 'Enter what was done and what came of it', 'narrative')] : []),
    ...items('evidence', 'Evidence', evidence, ({ id }) => id, (item) => [
      ...evidenceItemBlockers(item),
      ...(attachments && item.attachment !== null && !attachments.some(({ id }) => id === item.attachment) ? [attachmentGone('attachment')] : []),
    ]),
    ...ratingBlockers(answers),
    ...items('risks', 'Risk', risks, ({ id }) => id, riskBlockers),
    ...items('lastSteps', 'Last step', lastSteps, ({ step }) => step, saidOf),
    ...(isBlank(nextSteps) && steps.length === 0 ? [blocker('next-steps-missing', 'Enter what you will do next', 'nextSteps')] : []),
    ...items('steps', 'Step', steps, ({ id }) => id, (step) => nextStepBlockers(step, time)),
  ];
}

/**
 * A nil return says that nothing was published since, rates, and answers for the promises that fell due; of the others it may say
 * nothing, and they stand on.
 */
function nilBlockers(answers: Blocked): EvidenceReturnBlocker[] {
  const { narrative, lastSteps, newReleases = [] } = answers;
  const toAnswer = lastSteps.filter(({ due, outcome, what }) => due || outcome !== null || !isBlank(what));
  return [
    ...newReleases.map(({ metric, publisher, publishedOn }) =>
      blocker('figures-published', `Write a full return: ${publisher} published ${metric} on ${publishedOn}, after the last return`, 'narrative')),
    ...(isBlank(narrative) ? [blocker('statement-missing', 'Enter your statement for the nil return', 'narrative')] : []),
    ...ratingBlockers(answers),
    ...items('lastSteps', 'Last step', toAnswer, ({ step }) => step, saidOf),
    ...tooLong({ narrative, ratingReason: answers.ratingReason }),
  ];
}

/** Where nothing is said at all, one reason is enough. */
function saidOf(step: Pick<StepOutcome, 'outcome' | 'what'>): Refusal[] {
  const reasons = stepOutcomeBlockers(step);
  return step.outcome === null && isBlank(step.what) ? reasons.slice(0, 1) : reasons;
}

function ratingBlockers({ rating, ratingReason }: Blocked): EvidenceReturnBlocker[] {
  return [
    ...(rating === null ? [blocker('rating-missing', 'Select how likely it is that the targets are met', 'rating')] : []),
    ...(isBlank(ratingReason) ? [blocker('rating-reason-missing', 'Enter the reason for your rating', 'ratingReason')] : []),
  ];
}

function tooLong(answers: Partial<EvidenceReturnAnswers>): EvidenceReturnBlocker[] {
  return textsTooLong(answers).map(({ code, message, field = '' }) => blocker(code, message, field));
}

/** Every reason of every item, named after its place in the list. */
function items<Item>(list: string, name: string, all: readonly Item[], idOf: (item: Item) => string, blockersOf: (item: Item) => Refusal[]): EvidenceReturnBlocker[] {
  return all.flatMap((item, index) =>
    blockersOf(item).map(({ code, message }) => blocker(code, `${name} ${index + 1}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, `${list}.${idOf(item)}`)),
  );
}

function blocker(code: string, message: string, field: string): EvidenceReturnBlocker {
  return { code, message, section: sectionOfField(field), field };
}
