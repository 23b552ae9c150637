import { type Actor, may } from '#domain/access/permissions.js';
import { textRefusals } from '#domain/workflow/text-refusals.js';
import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { LONGEST_TEXT, RECOMMENDATION_STATES, type RecommendationAction, type RecommendationPosition, type RecommendationState } from './recommendation-status.js';

/** What a move is judged by. Dates are ISO dates. */
export interface RecommendationFacts {
  /** The answer, or why it is done, not done or withdrawn. */
  readonly words: string;
  /** What will be done. */
  readonly promise: string;
  /** By when; null where what was typed is no date. */
  readonly promisedOn: string | null;
  /** How it was shown that it is done or not done. */
  readonly shown: string;
  readonly today: string;
}

type Arrow = TransitionTable<RecommendationState, RecommendationAction, RecommendationPosition, RecommendationFacts>['transitions'][number];

const PROMISED = ['accepted', 'partly-accepted'] as const;

/** The addressee answers, once; the council says whether what was promised was done. */
export const RECOMMENDATION_WORKFLOW: TransitionTable<RecommendationState, RecommendationAction, RecommendationPosition, RecommendationFacts> = {
  name: 'recommendation',
  initial: 'awaiting-answer',
  final: ['not-accepted', 'done', 'not-done', 'withdrawn'],
  states: Object.keys(RECOMMENDATION_STATES) as RecommendationState[],
  transitions: [
    { from: 'awaiting-answer', action: 'accept', to: 'accepted', who: 'addressee', label: 'Accept', refuse: promiseRefusals },
    { from: 'awaiting-answer', action: 'accept-in-part', to: 'partly-accepted', who: 'addressee', label: 'Accept in part', refuse: promiseRefusals },
    { from: 'awaiting-answer', action: 'not-accept', to: 'not-accepted', who: 'addressee', label: 'Do not accept', refuse: ({ words }) => textRefusals(words, 'words', 'Enter why the recommendation is not accepted', LONGEST_TEXT) },
    { from: 'awaiting-answer', action: 'withdraw', to: 'withdrawn', who: 'council', label: 'Withdraw', refuse: ({ words }) => textRefusals(words, 'words', 'Enter why the recommendation is withdrawn', LONGEST_TEXT) },
    ...PROMISED.flatMap((from): Arrow[] => [
      { from, action: 'mark-done', to: 'done', who: 'council', label: 'Mark as done', refuse: endRefusals },
      { from, action: 'mark-not-done', to: 'not-done', who: 'council', label: 'Mark as not done', refuse: endRefusals },
    ]),
  ],
};

/** Where somebody stands towards a recommendation. Who comes from the addressee does not decide for the council. */
export function positionsTowardsRecommendation(actor: Actor, addressee: string): RecommendationPosition[] {
  if (actor.kind !== 'user') return [];
  const own = actor.organisationId === addressee;
  return [
    ...(own && may(actor, 'recommendation.answer') ? (['addressee'] as const) : []),
    ...(!own && actor.homeOrganisationId !== addressee && may(actor, 'recommendation.make') ? (['council'] as const) : []),
  ];
}

/** Does the addressee report progress on it? */
export function takesProgress(state: RecommendationState): boolean {
  return (PROMISED as readonly string[]).includes(state);
}

/** Until it has ended it can be given to another addressee. */
export function canBeReaddressed(state: RecommendationState): boolean {
  return state === 'awaiting-answer' || takesProgress(state);
}

/** Is the answer, or what was promised, late? @param today ISO date */
export function isOverdue({ state, answerDueOn, promisedOn }: { state: RecommendationState; answerDueOn: string; promisedOn: string | null }, today: string): boolean {
  if (state === 'awaiting-answer') return answerDueOn < today;
  return takesProgress(state) && promisedOn !== null && promisedOn < today;
}

function promiseRefusals({ words, promise, promisedOn, today }: RecommendationFacts): Refusal[] {
  return [
    ...textRefusals(words, 'words', 'Enter your answer', LONGEST_TEXT),
    ...textRefusals(promise, 'promise', 'Enter what will be done', LONGEST_TEXT),
    ...(promisedOn === null ? [{ code: 'promisedOn-wrong', message: 'Enter the date by which it will be done, like 27 3 2027', field: 'promisedOn' }] : []),
    ...(promisedOn !== null && promisedOn < today ? [{ code: 'promisedOn-past', message: 'The date by which it will be done cannot be in the past', field: 'promisedOn' }] : []),
  ];
}

function endRefusals({ words, shown }: RecommendationFacts): Refusal[] {
  return [...textRefusals(words, 'words', 'Enter the reason', LONGEST_TEXT), ...textRefusals(shown, 'shown', 'Enter how it was shown', LONGEST_TEXT)];
}
