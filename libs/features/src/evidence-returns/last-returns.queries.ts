import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { readContent } from '#domain/submissions/submission-content.js';
import { onceARequest } from '#platform/request-memo/request-memo.js';
import { type Submission } from '#features/submissions/submission.entity.js';

/** What was delivered for the mission before. */
export interface LastReturn {
  reference: string;
  /** "April 2024 to March 2025" */
  label: string;
  submittedAt: Date;
  content: EvidenceReturnContent;
  /** Of the last one that was no nil return: itself, mostly. */
  full: EvidenceReturnContent;
}

type DeliveredReturn = Omit<LastReturn, 'full'>;

type OfMission = Pick<Submission, 'missionId' | 'frameworkId' | 'organisationId' | 'coversTo'>;

/** Finds the return that a new one goes on from. */
@Injectable()
export class LastReturns {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The last delivered return of the mission for a time before, whoever led the mission then; the accepted version where there is
   * one, else the one that stands. What was withdrawn promises nothing. One statement, or two after a nil return.
   */
  async before(submission: OfMission, manager: EntityManager = this.dataSource.manager): Promise<LastReturn | null> {
    const { missionId, frameworkId, organisationId, coversTo } = submission;
    return onceARequest(`last return ${missionId} ${frameworkId} ${organisationId} ${coversTo}`, () => this.read(submission, manager));
  }

  private async read(submission: OfMission, manager: EntityManager): Promise<LastReturn | null> {
    const last = await this.delivered(manager, submission, { full: false });
    if (!last) return null;
    const full = last.content.nil ? await this.delivered(manager, submission, { full: true }) : last;
    return { ...last, full: full?.content ?? last.content };
  }

  private async delivered(manager: EntityManager, { missionId, frameworkId, organisationId, coversTo }: OfMission, { full }: { full: boolean }): Promise<DeliveredReturn | null> {
    const rows: DeliveredReturn[] = await manager.query(
      `SELECT s.reference, s.covers_label AS label, v.submitted_at AS "submittedAt", v.content
         FROM submissions s
         JOIN submission_versions v ON v.submission_id = s.id AND v.number = COALESCE(s.accepted_version, s.standing_version)
        WHERE s.kind = 'evidence-return' AND s.mission_id = $1 AND s.framework_id = $2 AND s.covers_to < $3 AND s.standing_version IS NOT NULL
          AND NOT ($5 AND COALESCE((v.content ->> 'nil')::boolean, false))
        ORDER BY s.covers_to DESC, s.organisation_id = $4 DESC LIMIT 1`,
      [missionId, frameworkId, coversTo, organisationId, full],
    );
    const [row] = rows;
    return row ? { ...row, content: readContent('evidence-return', row.content) } : null;
  }
}
