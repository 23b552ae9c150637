import { type Actor, may } from '#domain/access/permissions.js';
import { holdsDecision } from '#domain/reviews/review-questions.js';
import { reviewerBlockers } from '#domain/reviews/review-blockers.js';
import { isOpenReview } from '#domain/reviews/review-status.js';
import { positionsTowards, REVIEW_WORKFLOW, type ReviewAction, type ReviewFacts } from '#domain/reviews/review-workflow.js';
import { nextActions, type Refusal } from '#domain/workflow/transition-table.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';

interface MoveLink {
  text: string;
  href: string;
}

interface MoveButton {
  text: string;
  action: string;
  rowVersion: number;
}

/** What this reader may do with a review, and why no more. */
export interface ReviewMoves {
  claim: MoveButton | undefined;
  takeBack: MoveButton | undefined;
  decide: MoveLink | undefined;
  second: MoveLink | undefined;
  ask: MoveLink | undefined;
  handBack: MoveLink | undefined;
  handOn: MoveLink | undefined;
  note: MoveLink | undefined;
  /** Empty for whoever may decide, and once nothing is left to decide. */
  whyNot: string[];
}

const DECIDING: readonly ReviewAction[] = ['accept', 'propose', 'request-changes', 'publish-unresolved'];

/** What the rules look at, as the page's reader stands to the review. */
export function factsFor(actor: Actor, { review, submission, delivery, questions, bars, today }: ReviewHead): ReviewFacts {
  return {
    reviewer: actor,
    delivery,
    bars,
    checksDone: review.checksDoneAt !== null,
    needsSecond: review.needsSecond,
    roundsSentBack: submission.roundsSentBack,
    questionOpen: questions.some((question) => holdsDecision(question, today)),
  };
}

/** Buttons come from the workflow's table; what the table refuses is said in words instead. */
export function reviewMoves(actor: Actor, head: ReviewHead): ReviewMoves {
  const { review, delivery, submission, reviewerName, handedOnBy } = head;
  const facts = factsFor(actor, head);
  const arrows = nextActions(REVIEW_WORKFLOW, review.status, positionsTowards(review, actor));
  const open = arrows.filter(({ refuse }) => (refuse?.(facts) ?? []).length === 0);
  const has = (...actions: ReviewAction[]): boolean => open.some(({ action }) => actions.includes(action));
  const holder = review.status === 'claimed' && review.reviewerId === actor.id;
  const claim = open.find(({ action }) => action === 'claim');
  const refusals = new Map(arrows.flatMap(({ refuse }) => refuse?.(facts) ?? []).filter(({ code }) => code !== 'second-needed').map(({ code, message }) => [code, message]));
  for (const { code, message } of barredBy(actor, head)) refusals.set(code, message);
  const held = review.status === 'claimed' && review.reviewerId !== actor.id;
  const distant = ![actor.organisationId, actor.homeOrganisationId].includes(delivery.organisationId);
  const link = (shown: boolean, text: string, href: string): MoveLink | undefined => (shown ? { text, href } : undefined);
  const waiting = has('confirm') || has('refuse');
  return {
    claim: claim && { text: claim.label, action: reviewsPaths.claim(review.id), rowVersion: review.rowVersion },
    takeBack: has('take-back') ? { text: reviewsWords.second.takeBack, action: reviewsPaths.takeBack(review.id), rowVersion: review.rowVersion } : undefined,
    decide: link(has(...DECIDING), reviewsWords.show.decideLink, reviewsPaths.decide(review.id)),
    second: link(waiting, reviewsWords.second.link, reviewsPaths.second(review.id)),
    ask: link(holder && barredBy(actor, head).length === 0 && submission.status === 'in-review', reviewsWords.question.link, reviewsPaths.ask(review.id)),
    handBack: link(has('hand-back'), open.find(({ action }) => action === 'hand-back')?.label ?? '', reviewsPaths.handBack(review.id)),
    handOn: link(has('hand-on') && (holder || distant), reviewsWords.handOn.link, reviewsPaths.handOn(review.id)),
    note: link(may(actor, 'review.note') && distant, reviewsWords.note.link, reviewsPaths.note(review.id)),
    whyNot: isOpenReview(review.status)
      ? [...refusals.values(), ...(held ? [reviewsWords.heldBy(reviewerName, handedOnBy)] : []), ...(claim ? [reviewsWords.claimFirst] : [])]
      : [],
  };
}

/** Why this reader is no reviewer of it, whatever state it is in. */
export function barredBy(actor: Actor, { delivery, bars }: ReviewHead): Refusal[] {
  return [...reviewerBlockers(actor, delivery), ...bars];
}
