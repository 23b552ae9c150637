import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThanOrEqual } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { reviewsToSpread } from '#domain/reviewers/absence.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ReviewerAbsence } from './reviewer-absence.entity.js';
import { reviewersWords } from './reviewers.words.js';

/** A review that somebody holds, as the leave's pages name it. */
export interface ReviewHeldByAbsent {
  id: string;
  /** `proposed` waits for a second reviewer and cannot change hands. */
  status: 'claimed' | 'proposed';
  rowVersion: number;
  /** ISO date. */
  dueOn: string;
  reference: string;
  kind: SubmissionKind;
  coversLabel: string;
  mission: { focusArea: string } | null;
  organisation: { name: string };
}

interface HeldRow extends Omit<ReviewHeldByAbsent, 'mission' | 'organisation'> {
  mission: string | null;
  organisation: string;
}

@Injectable()
export class AbsencesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All leave that is not over, for all of the council: whoever plans must know. By first day. */
  async current(actor: Actor): Promise<ReviewerAbsence[]> {
    requirePermission(actor, 'absence.record');
    return this.dataSource
      .getRepository(ReviewerAbsence)
      .find({ where: { to: MoreThanOrEqual(this.clock.today()) }, relations: { reviewer: true }, order: { from: 'ASC', id: 'ASC' } });
  }

  /** @throws ApplicationError 404, or 403 for a reviewer whose leave it is not. */
  async one(actor: Actor, id: string): Promise<ReviewerAbsence> {
    requirePermission(actor, 'absence.record');
    const absence = await this.dataSource.getRepository(ReviewerAbsence).findOne({ where: { id }, relations: { reviewer: true } });
    if (!absence) throw ApplicationError.notFound(reviewersWords.absences.anAbsence);
    requireSteward(actor, absence);
    return absence;
  }

  /** What the reviewer holds that falls into the leave, by due date. */
  async heldIn({ reviewerId, from, to, scope }: Pick<ReviewerAbsence, 'reviewerId' | 'from' | 'to' | 'scope'>, manager: EntityManager = this.dataSource.manager): Promise<ReviewHeldByAbsent[]> {
    const rows: HeldRow[] = await manager.query(
      `SELECT r.id, r.status, r.row_version AS "rowVersion", r.due_on::text AS "dueOn", s.reference, s.kind, s.covers_label AS "coversLabel",
              o.name AS organisation, m.focus_area AS mission
         FROM reviews r
         JOIN submissions s ON s.id = r.submission_id
         JOIN organisations o ON o.id = s.organisation_id
         LEFT JOIN missions m ON m.id = s.mission_id
        WHERE r.reviewer_id = $1 AND r.status IN ('claimed', 'proposed')
        ORDER BY r.due_on, r.id`,
      [reviewerId],
    );
    const held = rows.map(({ mission, organisation, ...row }) => ({ ...row, mission: mission === null ? null : { focusArea: mission }, organisation: { name: organisation } }));
    return reviewsToSpread(held, { from, to, scope });
  }
}

/** Somebody's own leave, or anybody's for a member or the chair. @throws ApplicationError 403 */
export function requireSteward(actor: Actor, { reviewerId }: Pick<ReviewerAbsence, 'reviewerId'>): void {
  if (!isSteward(actor, reviewerId)) throw ApplicationError.forbidden(reviewersWords.absences.notYours, 'not-yours');
}

export function isSteward(actor: Actor, reviewerId: string): boolean {
  return actor.id === reviewerId || actor.roles.some((role) => role === 'council-member' || role === 'council-chair');
}
