import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AlertStatus } from '#domain/alerts/alert-status.js';
import { type CountedAlert, countAlerts, type DepartmentCounts } from '#domain/alerts/department-counts.js';
import { type EffectOutcome } from '#domain/alerts/effect-check.js';

/** A department and how it has dealt with the alerts that it owes an answer to. */
export interface DepartmentAlerts {
  slug: string;
  name: string;
  counts: DepartmentCounts;
}

interface CountedRow extends Omit<CountedAlert, 'status' | 'effects'> {
  slug: string;
  name: string;
  status: AlertStatus;
  effects: EffectOutcome[];
}

const day = (instant: string): string => `to_char(${instant} AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')`;

/** Counts of alerts by department; public. One statement. */
@Injectable()
export class DepartmentAlertsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Departments that have had an alert, by name. @param today ISO date in London */
  async all(today: string): Promise<DepartmentAlerts[]> {
    const rows: CountedRow[] = await this.dataSource.query(
      `SELECT o.slug, o.name, a.status, to_char(a.acknowledge_due_on, 'YYYY-MM-DD') AS "acknowledgeDueOn", to_char(a.response_due_on, 'YYYY-MM-DD') AS "responseDueOn",
              ${day('a.acknowledged_at')} AS "acknowledgedOn", ${day('a.first_answered_at')} AS "firstAnsweredOn",
              CASE WHEN a.status = 'closed' THEN ${day('e.ended')} END AS "closedOn",
              COALESCE(e.accepted, false) AS accepted, COALESCE(e.escalated, false) AS escalated, COALESCE(e.queries, 0)::integer AS queries, COALESCE(e.requests, 0)::integer AS "timeRequests",
              ARRAY(SELECT c.outcome FROM alert_effect_checks c WHERE c.alert_id = a.id) AS effects
         FROM alerts a
         JOIN organisations o ON o.id = a.organisation_id
         LEFT JOIN LATERAL (
           SELECT max(at) AS ended, bool_or(action = 'accept') AS accepted, bool_or(action = 'escalate') AS escalated,
                  count(*) FILTER (WHERE action = 'query') AS queries, count(*) FILTER (WHERE action = 'ask-time') AS requests
             FROM alert_events WHERE alert_id = a.id
         ) e ON true
        ORDER BY o.name, o.slug`,
    );
    const departments = new Map(rows.map(({ slug, name }) => [slug, name]));
    return [...departments].map(([slug, name]) => ({ slug, name, counts: countAlerts(rows.filter((row) => row.slug === slug), today) }));
  }
}
