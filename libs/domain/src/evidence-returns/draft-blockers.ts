import { DELIVERY_RATING_SLUGS } from '#domain/judgements/delivery-rating.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { MOST_ITEMS, MOST_WORDS, tooManyWords } from './answer-limits.js';
import { evidenceItemBlockers } from './evidence-item-blockers.js';
import type { EvidenceReturnAnswers, StepOutcome } from './evidence-return-content.js';
import { figureDepartureBlockers } from './figure-departure-blockers.js';
import { riskBlockers } from './risk-blockers.js';
import { nextStepBlockers, stepOutcomeBlockers } from './step-blockers.js';

/** What a draft's answers refer to. */
export interface DraftFrame {
  /** ISO date on which the return is due. */
  dueOn: string;
  /** ISO date on which the time ends that it covers. */
  coversTo: string;
  /** Slugs of the headline targets. */
  targets: readonly string[];
  /** Ids of the last return's promises. */
  lastSteps: readonly string[];
  /** Ids of the files of the return. */
  attachments: readonly string[];
}

/** Some answers as they are written: of the last return's promises only what is said of them; a new item's id is empty. */
export type WrittenAnswers = Partial<Omit<EvidenceReturnAnswers, 'lastSteps'> & { lastSteps: SaidOfStep[] }>;
export type SaidOfStep = Pick<StepOutcome, 'step' | 'outcome' | 'what'> & Partial<StepOutcome>;

/** Longer answers by field, with the words for it. */
const TEXTS = [
  ['figuresComment', 'Comment on the figures'],
  ['narrative', 'Narrative'],
  ['ratingReason', 'Reason for the rating'],
  ['nextSteps', 'Next steps'],
] as const;

/**
 * What may not even lie in a draft, by whichever way it comes (page, workbook, token): each reason with its field, of a list as
 * `evidence.0.claim`. What is merely missing from a draft is no such reason.
 */
export function draftBlockers(answers: WrittenAnswers, frame: DraftFrame): Refusal[] {
  const { departures = [], evidence = [], risks = [], steps = [], lastSteps = [], rating = null } = answers;
  return [
    ...textsTooLong(answers),
    ...(rating === null || DELIVERY_RATING_SLUGS.includes(rating) ? [] : [{ code: 'rating-wrong', message: 'Select one of the five ratings', field: 'rating' }]),
    ...inList('departures', departures, ({ target }) => target, (departure) => [
      ...(frame.targets.includes(departure.target) ? [] : [{ code: 'target-unknown', message: 'The figure must be one of this return’s headline targets', field: 'target' }]),
      ...figureDepartureBlockers(departure, frame.dueOn),
    ]),
    ...inList('evidence', evidence, ({ id }) => id, (item) => [
      ...idBlockers(item),
      ...evidenceItemBlockers(item),
      ...(item.attachment === null || frame.attachments.includes(item.attachment) ? [] : [attachmentGone('attachment')]),
    ]),
    ...inList('risks', risks, ({ id }) => id, (risk) => [...idBlockers(risk), ...riskBlockers(risk)]),
    ...inList('steps', steps, ({ id }) => id, (step) => [...idBlockers(step), ...nextStepBlockers(step, frame)]),
    ...inList('lastSteps', lastSteps, ({ step }) => step, (said) => [
      ...(frame.lastSteps.includes(said.step) ? [] : [{ code: 'step-unknown', message: 'The step must be one of the last return’s', field: 'step' }]),
      ...(said.outcome === null && said.what.trim() === '' ? [] : stepOutcomeBlockers(said)),
    ]),
  ];
}

/** Longer answers that are too long: in characters, else in words. */
export function textsTooLong(answers: Pick<WrittenAnswers, (typeof TEXTS)[number][0]>): Refusal[] {
  return TEXTS.flatMap(([field, name]) => tooManyWords(answers[field] ?? '', name, field, MOST_WORDS[field]));
}

export function attachmentGone(field: string): Refusal {
  return { code: 'attachment-gone', message: 'The attachment that it rests on is not among this return’s files', field };
}

/** Stands in addresses, where `new` adds an item; `text` is the promise of a return without steps. Empty for a new item. */
function idBlockers({ id }: { id: string }): Refusal[] {
  return /^(?!(?:new|text)$)[\w-]{0,40}$/.test(id) ? [] : [{ code: 'id-wrong', message: 'The key must be letters and digits, 40 at most', field: 'id' }];
}

function inList<Item>(list: keyof EvidenceReturnAnswers, items: readonly Item[], idOf: (item: Item) => string, blockersOf: (item: Item) => Refusal[]): Refusal[] {
  if (items.length > MOST_ITEMS) return [{ code: 'too-many', message: `Enter no more than ${MOST_ITEMS} of them`, field: list }];
  const ids = items.map(idOf);
  return items.flatMap((item, index) => [
    ...(ids[index] === '' || ids.indexOf(ids[index] ?? '') === index ? [] : [{ code: 'twice', message: 'It stands in the list twice', field: `${list}.${index}` }]),
    ...blockersOf(item).map((refusal) => ({ ...refusal, field: `${list}.${index}.${refusal.field ?? ''}` })),
  ]);
}
