import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type ChangingThings } from './days-of-change.queries.js';

/** What a page is about, and the first day that it has. */
export interface ChangingPage extends ChangingThings {
  /** ISO date. */
  since: string;
}

interface FrameworkRow {
  id: string;
  since: string;
  missions: string[];
  metrics: number[];
}

/** The things behind each kind of page that can be read as it stood on a day. */
@Injectable()
export class ChangingPagesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param mission this one alone @throws ApplicationError 404 */
  async framework(slug: string, mission: string | null = null): Promise<ChangingPage> {
    const rows: FrameworkRow[] = await this.dataSource.query(
      `SELECT f.id, to_char(f.published_on, 'YYYY-MM-DD') AS since, array_agg(DISTINCT m.id) AS missions,
              coalesce(array_agg(DISTINCT t.metric_id) FILTER (WHERE t.metric_id IS NOT NULL), '{}') AS metrics
         FROM frameworks f JOIN missions m ON m.framework_id = f.id LEFT JOIN targets t ON t.mission_id = m.id
        WHERE f.slug = $1 AND ($2::text IS NULL OR m.slug = $2) GROUP BY f.id`,
      [slug, mission],
    );
    const [row] = rows;
    if (!row) throw ApplicationError.notFound('That page');
    return { since: row.since, missions: row.missions, metrics: row.metrics, frameworks: [row.id] };
  }

  /** From the day on which the first framework that uses it was set out, or its first release came. @throws ApplicationError 404 */
  async metric(slug: string): Promise<ChangingPage> {
    const rows: { id: number; since: string | null; missions: string[] }[] = await this.dataSource.query(
      `SELECT m.id, ${METRIC_SINCE} AS since, coalesce((SELECT array_agg(DISTINCT t.mission_id) FROM targets t WHERE t.metric_id = m.id), '{}') AS missions
         FROM metrics m WHERE m.slug = $1`,
      [slug],
    );
    const [row] = rows;
    if (!row?.since) throw ApplicationError.notFound('That page');
    return { since: row.since, metrics: [row.id], missions: row.missions };
  }

  /** @throws ApplicationError 404 */
  async alert(reference: string): Promise<ChangingPage> {
    const rows: { id: string; raisedAt: Date }[] = await this.dataSource.query('SELECT id, raised_at AS "raisedAt" FROM alerts WHERE reference = $1', [reference]);
    const [row] = rows;
    if (!row) throw ApplicationError.notFound('That page');
    return { since: londonDate(row.raisedAt), alerts: [row.id] };
  }
}

/** The first day of a metric `m`; null where nothing uses it and nothing was published of it. */
const METRIC_SINCE = `(SELECT to_char(min(f.published_on), 'YYYY-MM-DD') FROM targets t JOIN missions x ON x.id = t.mission_id JOIN frameworks f ON f.id = x.framework_id WHERE t.metric_id = m.id)`;
