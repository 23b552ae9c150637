import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What a page is about, by ids. */
export interface ChangingThings {
  missions?: readonly string[];
  metrics?: readonly number[];
  frameworks?: readonly string[];
  alerts?: readonly string[];
}

const PUBLISHED = `('accept', 'publish-unresolved', 'close-unresolved', 'mark-overdue')`;

/** The days on which what a page shows was changed. $1 missions, $2 metrics, $3 alerts, $4 subjects of records, $5 now. */
const DAYS = `
  SELECT (moment.at AT TIME ZONE 'Europe/London')::date AS day FROM (
    SELECT given_at AS at FROM judgements WHERE mission_id = ANY($1::uuid[])
    UNION ALL SELECT e.at FROM alert_events e JOIN alerts a ON a.id = e.alert_id WHERE a.mission_id = ANY($1::uuid[]) OR a.id = ANY($3::uuid[])
    UNION ALL SELECT e.at FROM submission_events e JOIN submissions s ON s.id = e.submission_id WHERE s.mission_id = ANY($1::uuid[]) AND e.action IN ${PUBLISHED}
    UNION ALL SELECT published_at FROM quality_reviews WHERE status = 'published' AND mission_id = ANY($1::uuid[])
    UNION ALL SELECT recorded_at FROM entered_records WHERE subject = ANY($4::text[])
    UNION ALL SELECT COALESCE(r.published_at, r.imported_at) FROM release_metrics rm JOIN releases r ON r.id = rm.release_id WHERE rm.metric_id = ANY($2::integer[])
    UNION ALL SELECT GREATEST(b.at, COALESCE(r.published_at, r.imported_at)) FROM series_breaks b LEFT JOIN releases r ON r.id = b.release_id WHERE b.metric_id = ANY($2::integer[])
  ) moment WHERE moment.at <= $5
  UNION SELECT edge.day FROM mission_leads l CROSS JOIN LATERAL (VALUES (l.from_date), (l.to_date)) AS edge (day) WHERE l.mission_id = ANY($1::uuid[])`;

@Injectable()
export class DaysOfChangeQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns ISO date; null where there is none up to today. @param from the day to look from, which is not found itself */
  async nearest(which: 'previous' | 'next', things: ChangingThings, { from, since, now, today }: { from: string; since: string; now: Date; today: string }): Promise<string | null> {
    const { missions = [], metrics = [], frameworks = [], alerts = [] } = things;
    const [direction, order] = which === 'next' ? ['>', 'ASC'] : ['<', 'DESC'];
    const rows: { day: string }[] = await this.dataSource.query(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day FROM (${DAYS}) days WHERE day ${direction} $6::date AND day BETWEEN $7::date AND $8::date ORDER BY day ${order} LIMIT 1`,
      [missions, metrics, alerts, [...missions, ...frameworks, ...metrics.map(String)], now, from, since, today],
    );
    return rows[0]?.day ?? null;
  }
}
