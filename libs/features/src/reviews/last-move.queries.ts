import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ReviewStatus } from '#domain/reviews/review-status.js';
import { type SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { type ReviewEventAction } from './review-event.entity.js';
import { type Review } from './review.entity.js';

/** What brought a review to where it is. */
export interface LastMove {
  action: SubmissionEvent['action'] | ReviewEventAction;
  by: string;
  /** Whoever holds it since; null where nobody was named. */
  to: string | null;
  at: Date;
}

/** What leads to each state: moves of the submission, and what the council does inside. */
const LEADS_TO: Record<ReviewStatus, LastMove['action'][]> = {
  queued: ['hand-back', 'return'],
  claimed: ['start-review', 'hand-on', 'refuse', 'take-back'],
  proposed: ['propose'],
  decided: ['accept', 'request-changes', 'publish-unresolved', 'confirm'],
  closed: ['withdraw', 'close-unresolved', 'close-window'],
};

/** Reads what happened to a review last, inside the council or to its submission. */
@Injectable()
export class LastMoveQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Null where it is where it began. */
  async of({ id, submissionId, status }: Pick<Review, 'id' | 'submissionId' | 'status'>): Promise<LastMove | null> {
    const [last]: LastMove[] = await this.dataSource.query(LAST_MOVE, [id, submissionId, LEADS_TO[status]]);
    return last ?? null;
  }
}

/** What was written at one moment: the line inside the council says more. */
const LAST_MOVE = `
  SELECT action, by, "to", at
    FROM (SELECT action, actor_name AS by, to_name AS "to", at, 1 AS inside, sequence FROM review_events WHERE review_id = $1
          UNION ALL
          SELECT action, actor_name, NULL, at, 0, sequence FROM submission_events WHERE submission_id = $2) AS moves
   WHERE action = ANY ($3)
   ORDER BY at DESC, inside DESC, sequence DESC LIMIT 1`;
