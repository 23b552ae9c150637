import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type FilteredReview } from '#domain/reviews/queue-filter.js';
import { queueFor } from '#domain/reviews/queue-order.js';
import { riskOf } from '#domain/reviews/review-risk.js';
import { type ReviewDecision, type ReviewStatus } from '#domain/reviews/review-status.js';
import { claimsBetter } from '#domain/reviews/second-opinion.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { OPEN_REVIEWS } from './open-reviews.sql.js';

/** What a line about a review names. */
export interface NamedReview {
  id: string;
  reference: string;
  kind: SubmissionKind;
  organisation: { name: string };
  /** The mission of an evidence return; null for a plan. */
  mission: { focusArea: string } | null;
  coversLabel: string;
  versionNumber: number;
}

/** One line of the queue. */
export interface QueueItem extends NamedReview, FilteredReview {
  /** Why it bears its risk, the grave reasons first. */
  riskReasons: string[];
  rowVersion: number;
  checksDone: boolean;
  reviewerName: string | null;
}

/** Why a review is not offered to somebody. */
export type QueueBar = 'home' | 'author' | 'interest';

/** The open reviews as one person sees them. */
export interface ReviewQueue {
  /** In the order in which this reviewer should take them. */
  items: QueueItem[];
  /** What waits and is not for them. */
  barred: (QueueItem & { bars: QueueBar[] })[];
}

/** A review that was decided. */
export interface DecidedItem extends NamedReview {
  decision: ReviewDecision;
  decidedAt: Date;
}

interface NamedRow {
  id: string;
  reference: string;
  kind: SubmissionKind;
  organisation: string;
  mission: string | null;
  covers_label: string;
  version_number: number;
}

interface OpenRow extends NamedRow {
  status: ReviewStatus;
  off_track: boolean;
  queued_at: Date;
  reviewer_id: string | null;
  row_version: number;
  due_on: string;
  checks_done: boolean;
  needs_second: boolean;
  question_open: boolean;
  organisation_id: string;
  mission_id: string | null;
  late: boolean;
  rounds_sent_back: number;
  new_lead: boolean;
  rating: DeliveryRating | null;
  reviewer_name: string | null;
  home: boolean;
  author: boolean;
  interest: boolean;
}

/** Lists of reviews. The queue is five statements, however many are open. */
@Injectable()
export class ReviewsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly judgements: JudgementsQueries,
    private readonly clock: Clock,
  ) {}

  /** The open reviews that this person may take or holds, in order; never those of their own department. */
  async queue(actor: Actor): Promise<QueueItem[]> {
    return (await this.openReviews(actor)).items;
  }

  /** The same, with what is not offered to them and why. Members of the council review nothing, so nothing bars them from the list. */
  async openReviews(actor: Actor): Promise<ReviewQueue> {
    requirePermission(actor, 'review.list');
    const rows: OpenRow[] = await this.dataSource.query(OPEN_REVIEWS, [actor.organisationId, actor.id, actor.homeOrganisationId, this.clock.today()]);
    const standings = rows.some(({ mission_id: missionId }) => missionId) ? await this.judgements.standingOfAll() : [];
    const byMission = new Map(standings.map((standing) => [standing.missionId, standing]));
    const reviewer = actor.roles.includes('reviewer');
    const read = rows.map((row) => ({ item: queueItem(row, byMission.get(row.mission_id ?? '')), bars: reviewer && row.reviewer_id !== actor.id ? barsOf(row) : [] }));
    return {
      items: queueFor(actor.id, read.flatMap(({ item, bars }) => (bars.length === 0 ? [item] : []))),
      barred: queueFor(actor.id, read.flatMap(({ item, bars }) => (bars.length > 0 ? [{ ...item, bars }] : []))),
    };
  }

  /** The last decisions, newest first. @param limit how many. */
  async decidedLately(actor: Actor, limit: number): Promise<DecidedItem[]> {
    requirePermission(actor, 'review.list');
    const rows: (NamedRow & { decision: ReviewDecision; decided_at: Date })[] = await this.dataSource.query(
      `SELECT r.id, s.reference, s.kind, o.name AS organisation, m.focus_area AS mission, s.covers_label, r.version_number, r.decision, r.decided_at
         FROM reviews r
         JOIN submissions s ON s.id = r.submission_id
         JOIN organisations o ON o.id = s.organisation_id
         LEFT JOIN missions m ON m.id = s.mission_id
        WHERE r.status = 'decided' AND s.organisation_id IS DISTINCT FROM $1
        ORDER BY r.decided_at DESC, r.id LIMIT $2`,
      [actor.organisationId, Math.trunc(limit)],
    );
    return rows.map((row) => ({ ...namedReview(row), decision: row.decision, decidedAt: row.decided_at }));
  }
}

function namedReview({ id, reference, kind, organisation, mission, covers_label: coversLabel, version_number: versionNumber }: NamedRow): NamedReview {
  return { id, reference, kind, organisation: { name: organisation }, mission: mission === null ? null : { focusArea: mission }, coversLabel, versionNumber };
}

function queueItem(row: OpenRow, standing: MissionStanding | undefined): QueueItem {
  const { level, reasons } = riskOf({
    offTrack: row.off_track || (standing?.computed?.counts.offTrackOrWorse ?? 0) > 0,
    rating: row.rating,
    verdict: standing?.computed?.verdict,
    deliveredLate: row.late,
    roundsSentBack: row.rounds_sent_back,
    newLead: row.new_lead,
  });
  return {
    ...namedReview(row),
    status: row.status,
    risk: level,
    riskReasons: reasons,
    queuedAt: row.queued_at,
    reviewerId: row.reviewer_id,
    rowVersion: row.row_version,
    organisationId: row.organisation_id,
    missionId: row.mission_id,
    dueOn: row.due_on,
    checksDone: row.checks_done,
    needsSecond: row.needs_second || row.status === 'proposed' || isAhead(row.rating, standing),
    questionOpen: row.question_open,
    reviewerName: row.reviewer_name,
  };
}

/** By the figures of now: what a decision would find. */
export function isAhead(rating: DeliveryRating | null, standing: MissionStanding | undefined): boolean {
  const headline = standing?.targets.filter(({ role }) => role === 'headline') ?? [];
  const verdicts = [{ title: '', verdict: standing?.computed?.verdict }, ...headline.map(({ title, computed }) => ({ title, verdict: computed?.countsAs }))];
  return claimsBetter(rating, verdicts).length > 0;
}

function barsOf({ home, author, interest }: OpenRow): QueueBar[] {
  return [...(home ? ['home' as const] : []), ...(author ? ['author' as const] : []), ...(interest ? ['interest' as const] : [])];
}
