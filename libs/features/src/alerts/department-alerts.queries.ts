import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AlertKind, type AlertStatus } from '#domain/alerts/alert-status.js';
import { type CountedAlert, countAlerts, type DepartmentCounts } from '#domain/alerts/department-counts.js';
import { type EffectOutcome } from '#domain/alerts/effect-check.js';
import { type PlannedAction } from './alert.entity.js';

/** A department and how it has dealt with the alerts that it owes an answer to. */
export interface DepartmentAlerts {
  slug: string;
  name: string;
  counts: DepartmentCounts;
}

/** An alert that a department owes the answer to, with what is counted of it. */
export interface DepartmentAlert extends Omit<CountedAlert, 'status' | 'effects'> {
  slug: string;
  name: string;
  reference: string;
  kind: AlertKind;
  sentence: string;
  /** ISO date in London. */
  raisedOn: string;
  /** Of another plan, where the council has asked for one. */
  answerAgainDueOn: string | null;
  status: AlertStatus;
  effects: EffectOutcome[];
  planActions: PlannedAction[];
  /** Latest outcome of the check of each action of the plan that stands, by the action's place from 0. */
  checked: Record<string, EffectOutcome>;
}

const day = (instant: string): string => `to_char(${instant} AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')`;

/** Counts of alerts by department; public. One statement. */
@Injectable()
export class DepartmentAlertsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Departments that have had an alert, by name. @param today ISO date in London */
  async all(today: string): Promise<DepartmentAlerts[]> {
    const rows = await this.rows(null);
    const departments = new Map(rows.map(({ slug, name }) => [slug, name]));
    return [...departments].map(([slug, name]) => ({ slug, name, counts: countAlerts(rows.filter((row) => row.slug === slug), today) }));
  }

  /** Every alert that one department owes or owed the answer to, the newest first. */
  async of(slug: string): Promise<DepartmentAlert[]> {
    return this.rows(slug);
  }

  private async rows(slug: string | null): Promise<DepartmentAlert[]> {
    return this.dataSource.query(
      `SELECT o.slug, o.name, a.reference, a.kind, a.sentence, a.status, ${day('a.raised_at')} AS "raisedOn", to_char(a.answer_again_due_on, 'YYYY-MM-DD') AS "answerAgainDueOn",
              a.plan_actions AS "planActions", to_char(a.acknowledge_due_on, 'YYYY-MM-DD') AS "acknowledgeDueOn", to_char(a.response_due_on, 'YYYY-MM-DD') AS "responseDueOn",
              ${day('a.acknowledged_at')} AS "acknowledgedOn", ${day('a.first_answered_at')} AS "firstAnsweredOn",
              CASE WHEN a.status = 'closed' THEN ${day('e.ended')} ELSE ${day('f.closed_at')} END AS "closedOn",
              COALESCE(e.accepted, false) AS accepted, COALESCE(e.escalated, false) AS escalated, COALESCE(e.queries, 0)::integer AS queries, COALESCE(e.requests, 0)::integer AS "timeRequests",
              ARRAY(SELECT c.outcome FROM alert_effect_checks c WHERE c.alert_id = a.id) AS effects,
              COALESCE((SELECT jsonb_object_agg(c.action_index, c.outcome ORDER BY c.checked_at) FROM alert_effect_checks c WHERE c.alert_id = a.id AND c.plan_number = a.plans_published), '{}') AS checked
         FROM alerts a
         JOIN organisations o ON o.id = a.organisation_id
         JOIN frameworks f ON f.id = a.framework_id
         LEFT JOIN LATERAL (
           SELECT max(at) AS ended, bool_or(action = 'accept') AS accepted, bool_or(action = 'escalate') AS escalated,
                  count(*) FILTER (WHERE action = 'query') AS queries, count(*) FILTER (WHERE action = 'ask-time') AS requests
             FROM alert_events WHERE alert_id = a.id
         ) e ON true
        WHERE $1::text IS NULL OR o.slug = $1
        ORDER BY o.name, o.slug, a.raised_at DESC, a.reference`,
      [slug],
    );
  }
}
