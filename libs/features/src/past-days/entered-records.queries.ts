import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { type MissionLead } from '#features/missions/mission-lead.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { type EnteredKind } from './entered-record.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type PastDay, requireSince } from './past-day.js';

/** A mission as it was entered; leads have no ids, for an import writes them anew. */
export interface EnteredMission {
  /** With framework, targets (each with its metric) and leads, all of the day. */
  mission: Mission;
  contributors: { slug: string; name: string; kind: string }[];
}

type Row = Record<string, unknown>;

interface EnteredRow {
  subject: string;
  content: Row;
  recordedAt: Date;
}

/** What was changed in place, as it was; for a day before Waymark had it the first that it had, which is what was published. */
@Injectable()
export class EnteredRecordsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A framework and some of its missions (all where none is named), in the order of their numbers, in at most four statements.
   * @throws ApplicationError 404 for an unknown framework, and for a day before it was set out
   */
  async framework(slug: string, day: PastDay, mission?: string): Promise<{ framework: Framework; missions: EnteredMission[] }> {
    const found: { framework: string; missions: string[] }[] = await this.dataSource.query(
      `SELECT f.id AS framework, coalesce(array_agg(m.id) FILTER (WHERE m.id IS NOT NULL), '{}') AS missions
         FROM frameworks f LEFT JOIN missions m ON m.framework_id = f.id AND ($2::text IS NULL OR m.slug = $2) WHERE f.slug = $1 GROUP BY f.id`,
      [slug, mission ?? null],
    );
    const [ids] = found;
    const row = ids && (await this.rows('framework', [ids.framework], day)).get(ids.framework);
    if (!ids || !row) throw ApplicationError.notFound('That framework');
    const framework = Object.assign(new Framework(), camelised(row.content));
    requireSince(day, framework.publishedOn);
    const missions = await this.rows('mission', ids.missions, day);
    // one that came into a framework that was there already was not there before
    const there = [...missions.values()].filter(({ recordedAt }) => recordedAt <= day.until || row.recordedAt > day.until);
    return { framework, missions: await this.missionsOf(there, framework, day) };
  }

  /** With its framework. @throws ApplicationError 404 also where it was not there on the day */
  async mission(framework: string, slug: string, day: PastDay): Promise<EnteredMission> {
    const { missions: [found] } = await this.framework(framework, day, slug);
    if (!found) throw ApplicationError.notFound('That mission on that day');
    return found;
  }

  async metrics(ids: readonly number[], day: PastDay): Promise<Map<number, Metric>> {
    const rows = await this.rows('metric', ids.map(String), day);
    return new Map([...rows].map(([id, row]) => [Number(id), Object.assign(new Metric(), camelised(row.content))]));
  }

  private async missionsOf(rows: readonly EnteredRow[], framework: Framework, day: PastDay): Promise<EnteredMission[]> {
    const metricIds = rows.flatMap(({ content }) => (content['targets'] as Row[]).flatMap((target) => (typeof target['metric_id'] === 'number' ? [target['metric_id']] : [])));
    const metrics = await this.metrics([...new Set(metricIds)], day);
    return rows.map(({ content }) => missionOf(content, framework, metrics)).sort((a, b) => a.mission.number - b.mission.number);
  }

  private async rows(kind: EnteredKind, subjects: readonly string[], { until }: PastDay): Promise<Map<string, EnteredRow>> {
    if (subjects.length === 0) return new Map();
    const rows: EnteredRow[] = await this.dataSource.query(
      `SELECT DISTINCT ON (subject) subject, content, recorded_at AS "recordedAt" FROM entered_records WHERE kind = $1 AND subject = ANY($2)
        ORDER BY subject, recorded_at <= $3 DESC, CASE WHEN recorded_at <= $3 THEN -id END, recorded_at, id DESC`,
      [kind, subjects, until],
    );
    return new Map(rows.map((row) => [row.subject, row]));
  }
}

function missionOf(row: Row, framework: Framework, metrics: ReadonlyMap<number, Metric>): EnteredMission {
  const { leads, targets, contributing: contributors, ...own } = row;
  const mission: Mission = Object.assign(new Mission(), camelised(own), { framework, leads: leads as MissionLead[] });
  mission.targets = (targets as Row[]).map((each) => {
    const target: Target = Object.assign(new Target(), camelised(each), { mission });
    target.metric = target.metricId === null ? null : (metrics.get(target.metricId) ?? null);
    return target;
  });
  return { mission, contributors: contributors as EnteredMission['contributors'] };
}

/** Columns by the names of their properties; what is inside a column stays as it is. */
function camelised(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]));
}
