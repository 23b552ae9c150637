import { Injectable } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type LastMove, LastMoveQueries } from '../last-move.queries.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { mayMove, type ReviewMove } from './review-form.presenter.js';

/** Receives whoever opens the page of a move that is over: the review's own page, which shows what is left to do, says what happened. */
@Injectable()
export class MovedOn {
  constructor(private readonly moves: LastMoveQueries) {}

  /**
   * @returns true where the move can be made now; else the reader is on the way to the review.
   * @throws ApplicationError 403 for whoever is barred from it.
   */
  async mayMove(actor: Actor, head: ReviewHead, move: ReviewMove, { request, response }: { request: Request; response: Response }): Promise<boolean> {
    if (mayMove(actor, head, move)) return true;
    request.session.notice = { title: reviewsWords.movedOnTitle, text: await this.whatHappened(actor, head) };
    response.redirect(303, reviewsPaths.show(head.review.id));
    return false;
  }

  /** What holds now, and by whom and when it came to that. */
  private async whatHappened(actor: Actor, { review, reviewerName, handedOnBy }: ReviewHead): Promise<string> {
    const held = review.status === 'claimed' && review.reviewerId !== actor.id;
    if (held && review.claimedAt) return reviewsWords.heldSince(reviewsWords.heldBy(reviewerName, handedOnBy), longDateTime(review.claimedAt));
    const now = reviewsWords.movedOn[review.status];
    const last = await this.moves.of(review);
    if (!last) return `${now}.`;
    return `${now}. ${reviewsWords.lastMove(inWords(last), last.by, longDateTime(last.at))}`;
  }
}

function inWords({ action, to }: LastMove): string {
  const words: Readonly<Record<string, string | undefined>> = { ...reviewsWords.moves, ...reviewsWords.inside };
  return [words[action] ?? action, ...(to === null ? [] : [reviewsWords.insideTo(to)])].join(' ');
}
