import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { londonDate } from '#platform/clock/clock.js';

/** What everybody may know of something that is owed: its days, and whether it came. Dates are ISO dates. */
export interface DueReport {
  id: string;
  reference: string;
  kind: SubmissionKind;
  status: SubmissionStatus;
  framework: { id: string; slug: string; title: string };
  department: { slug: string; name: string };
  /** Null for a plan. */
  mission: { slug: string; name: string } | null;
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  firstDueOn: string;
  dueOn: string;
  closesOn: string | null;
  extensions: number;
  markedOverdue: boolean;
  /** The day of the delivery that stands; null where none does. */
  deliveredOn: string | null;
}

/** What is looked for; absent is everything. */
export interface DueListFilter {
  /** Slugs. */
  framework?: string;
  department?: string;
  mission?: string;
  /** Leaves out what was delivered and was due before this ISO date. */
  since?: string;
}

/** Reads of what is due, for everybody. */
@Injectable()
export class DueListQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** By framework, due date and mission. One statement. */
  async list({ framework, department, mission, since }: DueListFilter = {}): Promise<DueReport[]> {
    const rows: DueRow[] = await this.dataSource.query(DUE_LIST, [framework ?? null, department ?? null, mission ?? null, since ?? null]);
    return rows.map(dueReport);
  }
}

/** Parameters: slugs of framework, department and mission, and the day since which; null for all, and of a box that was left empty. */
export const DUE_LIST = `SELECT s.id, s.reference, s.kind, s.status, f.id AS framework_id, f.slug AS framework, f.title AS framework_title, o.slug AS department,
        o.name AS department_name, m.slug AS mission, m.focus_area AS mission_name, s.covers_label, s.extensions, s.overdue_at,
        to_char(s.covers_from, 'YYYY-MM-DD') AS covers_from, to_char(s.covers_to, 'YYYY-MM-DD') AS covers_to,
        to_char(s.first_due_on, 'YYYY-MM-DD') AS first_due_on, to_char(s.due_on, 'YYYY-MM-DD') AS due_on, to_char(s.closes_on, 'YYYY-MM-DD') AS closes_on,
        CASE WHEN s.standing_version IS NOT NULL THEN (
          SELECT min(v.submitted_at) FROM submission_versions v
           WHERE v.submission_id = s.id AND v.submitted_at > COALESCE(
             (SELECT max(e.at) FROM submission_events e WHERE e.submission_id = s.id AND e.action = 'withdraw'), '-infinity')) END AS delivered_at
   FROM submissions s
   JOIN frameworks f ON f.id = s.framework_id
   JOIN organisations o ON o.id = s.organisation_id
   LEFT JOIN missions m ON m.id = s.mission_id
  WHERE s.status <> 'not-owed' AND (COALESCE($1, '') IN ('', f.slug)) AND (COALESCE($2, '') IN ('', o.slug)) AND ($3::text IS NULL OR m.slug = $3)
    AND ($4::date IS NULL OR s.standing_version IS NULL OR s.due_on >= $4)
  ORDER BY f.published_on DESC, f.slug, s.due_on, s.kind, m.number, o.name, s.reference`;

/** A row of it; instants are texts where it was read as JSON. */
export interface DueRow {
  id: string;
  reference: string;
  kind: SubmissionKind;
  status: SubmissionStatus;
  framework_id: string;
  framework: string;
  framework_title: string;
  department: string;
  department_name: string;
  mission: string | null;
  mission_name: string | null;
  covers_label: string;
  covers_from: string;
  covers_to: string;
  first_due_on: string;
  due_on: string;
  closes_on: string | null;
  extensions: number;
  overdue_at: Date | string | null;
  delivered_at: Date | string | null;
}

export function dueReport(row: DueRow): DueReport {
  return {
    ...{ id: row.id, reference: row.reference, kind: row.kind, status: row.status, extensions: row.extensions },
    framework: { id: row.framework_id, slug: row.framework, title: row.framework_title },
    department: { slug: row.department, name: row.department_name },
    mission: row.mission === null ? null : { slug: row.mission, name: row.mission_name ?? row.mission },
    coversLabel: row.covers_label,
    coversFrom: row.covers_from,
    coversTo: row.covers_to,
    firstDueOn: row.first_due_on,
    dueOn: row.due_on,
    closesOn: row.closes_on,
    markedOverdue: row.overdue_at !== null,
    deliveredOn: row.delivered_at && londonDate(new Date(row.delivered_at)),
  };
}
