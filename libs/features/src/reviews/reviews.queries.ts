import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { queueFor, type QueuedReview } from '#domain/reviews/queue-order.js';
import { type ReviewDecision, type ReviewStatus } from '#domain/reviews/review-status.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';

/** One line of the queue. */
export interface QueueItem extends QueuedReview {
  reference: string;
  kind: SubmissionKind;
  organisation: { name: string };
  /** The mission of an evidence return; null for a plan. */
  mission: { focusArea: string } | null;
  coversLabel: string;
  versionNumber: number;
  dueOn: string;
  checksDone: boolean;
  reviewerName: string | null;
}

/** A review that was decided. */
export interface DecidedItem extends QueueItem {
  decision: ReviewDecision;
  decidedAt: Date;
}

interface ReviewRow {
  id: string;
  status: ReviewStatus;
  off_track: boolean;
  queued_at: Date;
  reviewer_id: string | null;
  version_number: number;
  due_on: string;
  checks_done: boolean;
  decision: ReviewDecision | null;
  decided_at: Date | null;
  reference: string;
  kind: SubmissionKind;
  covers_label: string;
  organisation: string;
  mission: string | null;
  reviewer_name: string | null;
}

/** Lists of reviews. Each is one statement. */
@Injectable()
export class ReviewsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The open reviews in the order in which this reviewer should take them; never those of their own department. */
  async queue(actor: Actor): Promise<QueueItem[]> {
    requirePermission(actor, 'review.list');
    const rows = await this.rows(`r.status IN ('queued', 'claimed') AND s.status IN ('submitted', 'in-review')`, actor);
    return queueFor(actor.id, rows.map(queueItem));
  }

  /** The last decisions, newest first. @param limit how many. */
  async decidedLately(actor: Actor, limit: number): Promise<DecidedItem[]> {
    requirePermission(actor, 'review.list');
    const rows = await this.rows(`r.status = 'decided'`, actor, `ORDER BY r.decided_at DESC, r.id LIMIT ${Math.trunc(limit)}`);
    return rows.flatMap((row) => (row.decision && row.decided_at ? [{ ...queueItem(row), decision: row.decision, decidedAt: row.decided_at }] : []));
  }

  private async rows(where: string, actor: Actor, order = ''): Promise<ReviewRow[]> {
    return this.dataSource.query(
      `SELECT r.id, r.status, r.off_track, r.queued_at, r.reviewer_id, r.version_number, r.due_on::text AS due_on,
              r.checks_done_at IS NOT NULL AS checks_done, r.decision, r.decided_at,
              s.reference, s.kind, s.covers_label, o.name AS organisation, m.focus_area AS mission, u.name AS reviewer_name
         FROM reviews r
         JOIN submissions s ON s.id = r.submission_id
         JOIN organisations o ON o.id = s.organisation_id
         LEFT JOIN missions m ON m.id = s.mission_id
         LEFT JOIN users u ON u.id = r.reviewer_id
        WHERE ${where} AND s.organisation_id IS DISTINCT FROM $1 ${order}`,
      [actor.organisationId],
    );
  }
}

function queueItem(row: ReviewRow): QueueItem {
  const { id, status, reference, kind, organisation, mission } = row;
  return {
    id,
    status,
    reference,
    kind,
    organisation: { name: organisation },
    mission: mission === null ? null : { focusArea: mission },
    offTrack: row.off_track,
    queuedAt: row.queued_at,
    reviewerId: row.reviewer_id,
    coversLabel: row.covers_label,
    versionNumber: row.version_number,
    dueOn: row.due_on,
    checksDone: row.checks_done,
    reviewerName: row.reviewer_name,
  };
}
