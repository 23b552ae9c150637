import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type MissionFacts } from '#domain/reports/mission-facts.js';

export interface AcceptedRow {
  kind: 'evidence-return' | 'delivery-plan';
  mission_id: string | null;
  reference: string;
  organisation: string;
  covers: string;
  content: Record<string, unknown>;
}

export interface GivenRow {
  mission_id: string;
  kind: 'department' | 'council';
  verdict: string | null;
  rating: string | null;
  sentence: string;
  as_of: string;
  organisation: string | null;
  reference: string | null;
}

interface OfMission<Fact> {
  missionId: string;
  fact: Fact;
}

type List<Name extends 'alerts' | 'overdue' | 'dataGaps' | 'consultations'> = Promise<OfMission<MissionFacts[Name][number]>[]>;

const DAY = 'YYYY-MM-DD';

/** What other rooms had on record at an instant, for assembling. Nothing under embargo: only what was decided or published. */
@Injectable()
export class ReportRecordsQueries {
  /** The last word of each department and of the council, by mission. */
  async given(manager: EntityManager, missionIds: readonly string[], until: Date): Promise<GivenRow[]> {
    return manager.query(
      `SELECT DISTINCT ON (j.mission_id, j.kind) j.mission_id, j.kind, j.verdict, j.rating, j.sentence, to_char(j.as_of, '${DAY}') AS as_of, o.name AS organisation, s.reference
         FROM judgements j
         LEFT JOIN submission_versions v ON v.id = j.submission_version_id
         LEFT JOIN submissions s ON s.id = v.submission_id
         LEFT JOIN organisations o ON o.id = s.organisation_id
        WHERE j.kind IN ('department', 'council') AND j.mission_id = ANY($1) AND j.target_id IS NULL AND j.given_at <= $2
        ORDER BY j.mission_id, j.kind, j.sequence DESC`,
      [missionIds, until],
    );
  }

  /** Returns and plans whose period touches the report's, in the version that the council had accepted by then. */
  async accepted(manager: EntityManager, frameworkId: string, { from, to, until }: { from: string; to: string; until: Date }): Promise<AcceptedRow[]> {
    return manager.query(
      `SELECT s.kind, s.mission_id, s.reference, o.name AS organisation, s.covers_label AS covers, v.content
         FROM submissions s
         JOIN organisations o ON o.id = s.organisation_id
         JOIN LATERAL (
           SELECT d.content FROM submission_versions d JOIN reviews r ON r.submission_id = d.submission_id AND r.version_number = d.number
            WHERE d.submission_id = s.id AND r.decision = 'accepted' AND r.decided_at <= $4
            ORDER BY d.number DESC LIMIT 1) v ON true
        WHERE s.framework_id = $1 AND s.covers_from <= $3 AND s.covers_to >= $2
        ORDER BY s.covers_from, s.reference`,
      [frameworkId, from, to, until],
    );
  }

  /** Returns that were due before the day and not delivered by its end. */
  async overdue(manager: EntityManager, missionIds: readonly string[], { asOf, until }: { asOf: string; until: Date }): List<'overdue'> {
    return manager.query(
      `SELECT s.mission_id AS "missionId", jsonb_build_object('reference', s.reference, 'covers', s.covers_label, 'dueOn', to_char(s.due_on, '${DAY}')) AS fact
         FROM submissions s
        WHERE s.mission_id = ANY($1) AND s.kind = 'evidence-return' AND s.due_on < $2
          AND NOT EXISTS (SELECT FROM submission_versions v WHERE v.submission_id = s.id AND v.submitted_at <= $3)
        ORDER BY s.due_on, s.reference`,
      [missionIds, asOf, until],
    );
  }

  async alerts(manager: EntityManager, missionIds: readonly string[], until: Date): List<'alerts'> {
    return manager.query(
      `SELECT a.mission_id AS "missionId",
              jsonb_build_object('reference', a.reference, 'sentence', a.sentence, 'raisedOn', to_char(a.raised_at AT TIME ZONE 'Europe/London', '${DAY}'),
                'dueOn', to_char(a.response_due_on, '${DAY}'), 'organisation', o.name, 'answered', a.answered_at IS NOT NULL AND a.answered_at <= $2) AS fact
         FROM alerts a
         LEFT JOIN organisations o ON o.id = a.organisation_id
        WHERE a.mission_id = ANY($1) AND a.raised_at <= $2
          AND coalesce((SELECT e.to_status FROM alert_events e WHERE e.alert_id = a.id AND e.at <= $2 ORDER BY e.sequence DESC LIMIT 1), a.status) <> 'closed'
        ORDER BY a.raised_at, a.reference`,
      [missionIds, until],
    );
  }

  async dataGaps(manager: EntityManager, missionIds: readonly string[], until: Date): List<'dataGaps'> {
    return manager.query(
      `SELECT g.mission_id AS "missionId", jsonb_build_object('reference', g.reference, 'sentence', g.sentence, 'neededBy', to_char(g.date_needed, '${DAY}')) AS fact
         FROM data_gaps g
        WHERE g.mission_id = ANY($1) AND g.opened_at <= $2 AND (g.closed_at IS NULL OR g.closed_at > $2) AND (g.figures_came_at IS NULL OR g.figures_came_at > $2)
        ORDER BY g.date_needed, g.reference`,
      [missionIds, until],
    );
  }

  /** Consultations of the period. Replies count from the day after the last one, when they are public. */
  async consultations(manager: EntityManager, missionIds: readonly string[], { from, asOf }: { from: string; asOf: string }): List<'consultations'> {
    return manager.query(
      `SELECT c.mission_id AS "missionId",
              jsonb_build_object('reference', c.reference, 'title', c.title, 'closesOn', to_char(c.closes_on, '${DAY}'),
                'asked', (SELECT count(*) FROM consultation_replies r WHERE r.consultation_id = c.id),
                'replied', (SELECT count(*) FROM consultation_replies r WHERE r.consultation_id = c.id AND r.state = 'sent' AND c.closes_on < $3)) AS fact
         FROM consultations c
        WHERE c.mission_id = ANY($1) AND c.opens_on <= $3 AND c.closes_on >= $2 AND c.state <> 'withdrawn'
        ORDER BY c.closes_on, c.reference`,
      [missionIds, from, asOf],
    );
  }
}
