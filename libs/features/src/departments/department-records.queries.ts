import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DataGapKind, type DataGapState } from '#domain/data-gaps/data-gap-kind.js';
import { type NextStep, type StepOutcome } from '#domain/evidence-returns/evidence-return-content.js';
import { type RecommendationSourceKind, type RecommendationState } from '#domain/recommendations/recommendation-status.js';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { publicNumber } from '#features/submissions/public-returns.queries.js';

/** A return or plan as everybody may know of it, with the promises of its public version. ISO dates */
export interface SubmissionRecord {
  reference: string;
  kind: SubmissionKind;
  status: SubmissionStatus;
  covers: string;
  dueOn: string;
  /** The mark that it was not delivered in time, which stays. */
  wasLate: boolean;
  standingVersion: number | null;
  framework: string;
  frameworkTitle: string;
  mission: string | null;
  missionName: string | null;
  /** Its words are public today. */
  isPublic: boolean;
  stoppedOn: string | null;
  steps: NextStep[] | null;
  lastSteps: StepOutcome[] | null;
}

export interface RecommendationRecord {
  reference: string;
  text: string;
  sourceKind: RecommendationSourceKind;
  sourceReference: string;
  sourcePath: string;
  state: RecommendationState;
  answerDueOn: string;
  answeredOn: string | null;
  wasOverdue: boolean;
  promise: string | null;
  promisedOn: string | null;
  promiseWasOverdue: boolean;
  /** When the framework of its mission was closed, and its clock stopped; null while it runs. */
  stoppedOn: string | null;
}

export interface LetterRecord {
  reference: string;
  direction: 'out' | 'in';
  subject: string;
  on: string;
  answerDueOn: string | null;
  answeredOn: string | null;
}

export interface DataGapRecord {
  reference: string;
  metric: string;
  areas: string;
  kind: DataGapKind;
  sentence: string;
  dateNeeded: string;
  state: DataGapState;
  hasPlan: boolean;
  stoppedOn: string | null;
}

const DAY = 'YYYY-MM-DD';
const londonDay = (instant: string): string => `to_char(${instant} AT TIME ZONE 'Europe/London', '${DAY}')`;

/** What the registers of other rooms hold about one department, each by one statement and only what is public. */
@Injectable()
export class DepartmentRecordsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest period first. @param today ISO date */
  async submissions(organisationId: string, today: string): Promise<SubmissionRecord[]> {
    return this.dataSource.query(
      `SELECT s.reference, s.kind, s.status, s.covers_label AS covers, to_char(s.due_on, '${DAY}') AS "dueOn", s.overdue_at IS NOT NULL AS "wasLate", s.standing_version AS "standingVersion",
              f.slug AS framework, f.title AS "frameworkTitle", m.slug AS mission, m.focus_area AS "missionName", v.id IS NOT NULL AS "isPublic", v.content -> 'steps' AS steps, v.content -> 'lastSteps' AS "lastSteps", ${londonDay('f.closed_at')} AS "stoppedOn"
         FROM submissions s
         JOIN frameworks f ON f.id = s.framework_id
         LEFT JOIN missions m ON m.id = s.mission_id
         LEFT JOIN submission_versions v ON v.submission_id = s.id AND v.number = ${publicNumber('$2')}
        WHERE s.organisation_id = $1
        ORDER BY s.covers_to DESC, s.kind, m.number, s.reference`,
      [organisationId, today],
    );
  }

  async recommendations(organisationId: string): Promise<RecommendationRecord[]> {
    return this.dataSource.query(
      `SELECT r.reference, r.text, r.source_kind AS "sourceKind", r.source_reference AS "sourceReference", r.source_path AS "sourcePath", r.state, to_char(r.answer_due_on, '${DAY}') AS "answerDueOn",
              ${londonDay('r.answered_at')} AS "answeredOn", r.overdue_at IS NOT NULL AS "wasOverdue", r.promise, to_char(r.promised_on, '${DAY}') AS "promisedOn", r.promise_overdue_at IS NOT NULL AS "promiseWasOverdue",
              ${londonDay('f.closed_at')} AS "stoppedOn"
         FROM recommendations r LEFT JOIN missions m ON m.id = r.mission_id LEFT JOIN frameworks f ON f.id = m.framework_id WHERE r.addressee_id = $1 ORDER BY r.made_at DESC, r.reference`,
      [organisationId],
    );
  }

  /** Published ones, and when the first answer to each came. @param now nothing that is published later */
  async letters(organisationId: string, now: Date): Promise<LetterRecord[]> {
    return this.dataSource.query(
      `SELECT l.reference, l.direction, l.subject, ${londonDay('l.published_at')} AS "on", to_char(l.answer_due_on, '${DAY}') AS "answerDueOn",
              (SELECT to_char(min(a.received_on), '${DAY}') FROM letters a WHERE a.answers_id = l.id AND a.status = 'published' AND a.published_at <= $2) AS "answeredOn"
         FROM letters l WHERE l.organisation_id = $1 AND l.status = 'published' AND l.published_at <= $2
        ORDER BY l.published_at DESC, l.reference`,
      [organisationId, now],
    );
  }

  /** Those that somebody has given it, and those of the missions that it leads which nobody else was given. @param today ISO date */
  async dataGaps(organisationId: string, today: string): Promise<DataGapRecord[]> {
    return this.dataSource.query(
      `SELECT g.reference, m.name AS metric, g.geography_name AS areas, g.kind, g.sentence, to_char(g.date_needed, '${DAY}') AS "dateNeeded", g.state, coalesce(g.plan, '') <> '' AS "hasPlan",
              ${londonDay('f.closed_at')} AS "stoppedOn"
         FROM data_gaps g
         JOIN metrics m ON m.id = g.metric_id JOIN missions needs ON needs.id = g.mission_id JOIN frameworks f ON f.id = needs.framework_id
        WHERE coalesce(g.owner_id, (SELECT l.organisation_id FROM mission_leads l WHERE l.mission_id = g.mission_id AND l.from_date <= $2 AND (l.to_date IS NULL OR l.to_date > $2))) = $1
        ORDER BY g.state IN ('closed', 'not-to-be-closed'), g.date_needed, g.reference`,
      [organisationId, today],
    );
  }
}
