import { type Actor } from '#domain/access/permissions.js';
import { reviewerBlockers } from '#domain/reviews/review-blockers.js';
import { positionsTowards, REVIEW_WORKFLOW } from '#domain/reviews/review-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';

/** What this reader may do with a review, and why no more. */
export interface ReviewMoves {
  claim: { text: string; action: string; rowVersion: number } | undefined;
  decide: { text: string; href: string } | undefined;
  handBack: { text: string; href: string } | undefined;
  /** Empty for whoever may decide, and once nothing is left to decide. */
  whyNot: string[];
}

/** Buttons come from the workflow's table; what the table refuses is said in words instead. */
export function reviewMoves(actor: Actor, { review, delivery, reviewerName }: ReviewHead): ReviewMoves {
  const facts = { reviewer: actor, delivery, checksDone: review.checksDoneAt !== null };
  const arrows = nextActions(REVIEW_WORKFLOW, review.status, positionsTowards(review, actor));
  const open = arrows.filter(({ refuse }) => (refuse?.(facts) ?? []).length === 0);
  const claim = open.find(({ action }) => action === 'claim');
  const decides = open.some(({ action }) => action === 'accept' || action === 'request-changes');
  const handBack = open.find(({ action }) => action === 'hand-back');
  const refusals = new Map(arrows.flatMap(({ refuse }) => refuse?.(facts) ?? []).map(({ code, message }) => [code, message]));
  for (const { code, message } of reviewerBlockers(actor, delivery)) refusals.set(code, message);
  const held = review.status === 'claimed' && review.reviewerId !== actor.id;
  const finished = review.status === 'decided' || review.status === 'closed';
  return {
    claim: claim && { text: claim.label, action: reviewsPaths.claim(review.id), rowVersion: review.rowVersion },
    decide: decides ? { text: reviewsWords.show.decideLink, href: reviewsPaths.decide(review.id) } : undefined,
    handBack: handBack && { text: handBack.label, href: reviewsPaths.handBack(review.id) },
    whyNot: finished ? [] : [...refusals.values(), ...(held ? [reviewsWords.claimedBy(reviewerName ?? undefined)] : []), ...(claim ? [reviewsWords.claimFirst] : [])],
  };
}
