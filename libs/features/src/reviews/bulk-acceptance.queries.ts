import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { type DeliveryRating, isConflict } from '#domain/judgements/delivery-rating.js';
import { bulkBlockers, likenessOf } from '#domain/reviews/bulk-acceptance.js';
import { type CheckResult } from '#domain/reviews/review-check.js';
import { isBetterThanFigures } from '#domain/reviews/review-risk.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { isAhead, type NamedReview } from './reviews.queries.js';

/** A review that somebody holds, with what decides whether it can be accepted with others. */
export interface HeldForBulk extends NamedReview {
  rowVersion: number;
  rating: DeliveryRating | null;
  checks: CheckResult[];
  /** The same for all that are alike. */
  likeness: string;
  /** Why it must be decided alone; empty where it need not. */
  blockers: string[];
}

interface HeldRow {
  id: string;
  row_version: number;
  version_number: number;
  checks_done: boolean;
  needs_second: boolean;
  reference: string;
  kind: SubmissionKind;
  framework_id: string;
  mission_id: string | null;
  covers_label: string;
  covers_from: string;
  covers_to: string;
  organisation: string;
  mission: string | null;
  rating: DeliveryRating | null;
  departures: number;
  question_open: boolean;
  checks: CheckResult[] | null;
}

/** What one reviewer holds, read in five statements. */
@Injectable()
export class BulkAcceptanceQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly judgements: JudgementsQueries,
  ) {}

  /** By cycle and reference. A question that is open keeps a delivery out of it, whether or not its day has passed. */
  async held(actor: Actor): Promise<HeldForBulk[]> {
    requirePermission(actor, 'review.decide');
    const rows: HeldRow[] = await this.dataSource.query(
      `SELECT r.id, r.row_version, r.version_number, r.checks_done_at IS NOT NULL AS checks_done, r.needs_second,
              s.reference, s.kind, s.framework_id, s.mission_id, s.covers_label, s.covers_from::text AS covers_from, s.covers_to::text AS covers_to,
              o.name AS organisation, m.focus_area AS mission, v.content ->> 'rating' AS rating,
              CASE WHEN jsonb_typeof(v.content -> 'departures') = 'array' THEN jsonb_array_length(v.content -> 'departures') ELSE 0 END AS departures,
              EXISTS (SELECT FROM review_questions q WHERE q.review_id = r.id AND q.answered_at IS NULL AND q.withdrawn_at IS NULL) AS question_open,
              (SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'outcome', c.outcome, 'findings', to_jsonb(c.findings)) ORDER BY c.kind)
                 FROM review_checks c WHERE c.review_id = r.id) AS checks
         FROM reviews r
         JOIN submissions s ON s.id = r.submission_id
         JOIN organisations o ON o.id = s.organisation_id
         LEFT JOIN missions m ON m.id = s.mission_id
         LEFT JOIN submission_versions v ON v.submission_id = s.id AND v.number = r.version_number
        WHERE r.status = 'claimed' AND r.reviewer_id = $1 AND s.status = 'in-review'
        ORDER BY s.covers_from, s.covers_to, s.kind, s.reference`,
      [actor.id],
    );
    const standings = rows.some(({ mission_id: missionId }) => missionId) ? await this.judgements.standingOfAll() : [];
    return rows.map((row) => {
      const standing = standings.find(({ missionId }) => missionId === row.mission_id);
      const verdict = standing?.computed?.verdict;
      const checks = row.checks_done ? (row.checks ?? []) : [];
      const conflict = row.rating !== null && verdict !== undefined && (isConflict(verdict, row.rating) || isBetterThanFigures(row.rating, verdict));
      return {
        id: row.id,
        reference: row.reference,
        kind: row.kind,
        organisation: { name: row.organisation },
        mission: row.mission === null ? null : { focusArea: row.mission },
        coversLabel: row.covers_label,
        versionNumber: row.version_number,
        rowVersion: row.row_version,
        rating: row.rating,
        checks,
        likeness: likenessOf({ kind: row.kind, frameworkId: row.framework_id, coversFrom: row.covers_from, coversTo: row.covers_to }),
        blockers: bulkBlockers({
          checks,
          conflict,
          departures: row.departures,
          questionOpen: row.question_open,
          needsSecond: row.needs_second || isAhead(row.rating, standing),
        }),
      };
    });
  }
}
