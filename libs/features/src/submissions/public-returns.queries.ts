import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { isOverdue } from '#domain/submissions/due-date.js';
import { readContent } from '#domain/submissions/submission-content.js';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { Submission } from './submission.entity.js';

/** A return that is past its day and has not been delivered. */
export interface OverdueReturn {
  reference: string;
  missionId: string;
  department: string;
  coversLabel: string;
  dueOn: string;
}

/** The version of a return that the council accepted last, word for word. */
export interface AcceptedReturn {
  reference: string;
  department: string;
  coversLabel: string;
  submittedAt: Date;
  content: EvidenceReturnContent;
}

/** What the public may know of a return or plan: that it is owed and where it stands; its words once accepted. */
export interface PublicReturn {
  reference: string;
  kind: SubmissionKind;
  department: { slug: string; name: string };
  framework: string;
  mission: string | null;
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  dueOn: string;
  overdue: boolean;
  status: PublicStatus;
  accepted: { version: number; submittedAt: Date; content: Record<string, unknown> } | null;
}

/** How far the public sees it: what a department does with its draft is its own business. */
export type PublicStatus = 'due' | 'with-the-council' | 'accepted';

/** Reads of returns and plans for everybody. */
@Injectable()
export class PublicReturnsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param today ISO date; late from the day after the due date until something is delivered */
  async overdue(where: { missionId: string } | { frameworkId: string }, today: string): Promise<OverdueReturn[]> {
    const rows = await this.dataSource
      .getRepository(Submission)
      .createQueryBuilder('submission')
      .innerJoinAndSelect('submission.organisation', 'organisation')
      .where({ ...where, kind: 'evidence-return' })
      .andWhere('submission.standingVersion IS NULL AND submission.dueOn < :today', { today })
      .orderBy('submission.dueOn')
      .addOrderBy('submission.reference')
      .getMany();
    return rows.map(({ reference, missionId, organisation, coversLabel, dueOn }) => ({
      reference,
      missionId: missionId ?? '',
      department: organisation.name,
      coversLabel,
      dueOn,
    }));
  }

  /** The mission's newest accepted evidence return. */
  async lastAccepted(missionId: string): Promise<AcceptedReturn | null> {
    const rows: AcceptedReturn[] = await this.dataSource.query(
      `SELECT s.reference, o.name AS department, s.covers_label AS "coversLabel", v.submitted_at AS "submittedAt", v.content
         FROM submissions s
         JOIN submission_versions v ON v.submission_id = s.id AND v.number = s.accepted_version
         JOIN organisations o ON o.id = s.organisation_id
        WHERE s.mission_id = $1 AND s.kind = 'evidence-return'
        ORDER BY s.covers_to DESC, v.submitted_at DESC LIMIT 1`,
      [missionId],
    );
    const [row] = rows;
    return row ? { ...row, content: readContent('evidence-return', row.content) } : null;
  }

  /** Returns and plans by reference. @param after the last reference of the page before */
  async page({ after, limit, today }: { after?: string; limit: number; today: string }): Promise<PublicReturn[]> {
    const rows: ReturnRow[] = await this.dataSource.query(
      `SELECT s.reference, s.kind, s.status, s.covers_label, to_char(s.covers_from, 'YYYY-MM-DD') AS covers_from,
              to_char(s.covers_to, 'YYYY-MM-DD') AS covers_to, to_char(s.due_on, 'YYYY-MM-DD') AS due_on, s.standing_version,
              o.slug AS organisation_slug, o.name AS organisation_name, f.slug AS framework, m.slug AS mission,
              v.number AS version, v.submitted_at, v.content
         FROM submissions s
         JOIN organisations o ON o.id = s.organisation_id
         JOIN frameworks f ON f.id = s.framework_id
         LEFT JOIN missions m ON m.id = s.mission_id
         LEFT JOIN submission_versions v ON v.submission_id = s.id AND v.number = s.accepted_version
        WHERE s.reference > $1 ORDER BY s.reference LIMIT $2`,
      [after ?? '', limit],
    );
    return rows.map((row) => publicReturn(row, today));
  }
}

interface ReturnRow {
  reference: string;
  kind: SubmissionKind;
  status: SubmissionStatus;
  covers_label: string;
  covers_from: string;
  covers_to: string;
  due_on: string;
  standing_version: number | null;
  organisation_slug: string;
  organisation_name: string;
  framework: string;
  mission: string | null;
  version: number | null;
  submitted_at: Date | null;
  content: Record<string, unknown> | null;
}

function publicReturn(row: ReturnRow, today: string): PublicReturn {
  const { reference, kind, status, framework, mission, standing_version: standingVersion, due_on: dueOn } = row;
  return {
    reference,
    kind,
    department: { slug: row.organisation_slug, name: row.organisation_name },
    framework,
    mission,
    coversLabel: row.covers_label,
    coversFrom: row.covers_from,
    coversTo: row.covers_to,
    dueOn,
    overdue: isOverdue({ dueOn, standingVersion }, today),
    status: status === 'accepted' ? 'accepted' : standingVersion === null ? 'due' : 'with-the-council',
    accepted:
      row.version !== null && row.submitted_at && row.content
        ? { version: row.version, submittedAt: row.submitted_at, content: readContent(kind, row.content) as unknown as Record<string, unknown> }
        : null,
  };
}
