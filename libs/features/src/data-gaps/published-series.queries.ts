import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type PublicationHistory } from '#domain/data-gaps/stale-series.js';
import { daysBetween } from '#domain/data-gaps/steps-in-time.js';
import { type AreaLevel, levelsOfTiers } from '#domain/observations/area-level.js';
import { type TargetAreas } from '#features/missions/target.entity.js';
import { londonDate } from '#platform/clock/clock.js';

/** Last day of a period that begins on a day and has so many months; a snapshot's own day. */
const PERIOD_END = `(o.period_start + make_interval(months => o.period_months))::date - CASE WHEN o.period_months = 0 THEN 0 ELSE 1 END`;
/** Areas by code, by level, or all where both are absent; by country where one is named. */
const AREAS = '($3::text[] IS NULL OR a.code = ANY($3)) AND ($4::text[] IS NULL OR a.level = ANY($4)) AND ($5::text IS NULL OR a.country = $5)';

/** What is published of a metric and when, without the figures themselves. */
@Injectable()
export class PublishedSeriesQueries {
  /** @param areas those of a target; all where null. Nothing under embargo counts. */
  async history(manager: EntityManager, series: { metricId: number; areas: TargetAreas | null; at: Date }): Promise<Required<Pick<PublicationHistory, 'periodEnds' | 'lagsInDays'>>> {
    const values = [series.metricId, series.at, ...areaValues(series.areas)];
    const ends: { period_end: string }[] = await manager.query(
      `SELECT DISTINCT period_end::text FROM (
         SELECT DISTINCT ON (o.area_id, o.period_start, o.period_months) ${PERIOD_END} AS period_end, o.value
           FROM observations o
           JOIN areas a ON a.id = o.area_id
           JOIN releases_that_count($1, $2) r ON r.release_id = o.release_id
          WHERE o.metric_id = $1 AND ${AREAS}
          ORDER BY o.area_id, o.period_start, o.period_months, r.rank DESC
       ) newest WHERE value IS NOT NULL ORDER BY 1`,
      values,
    );
    const releases: { last_end: string; published_at: Date }[] = await manager.query(
      `SELECT max(${PERIOD_END})::text AS last_end, r.published_at
         FROM observations o
         JOIN areas a ON a.id = o.area_id
         JOIN releases r ON r.id = o.release_id
        WHERE o.metric_id = $1 AND o.value IS NOT NULL AND r.published_at <= $2 AND ${AREAS}
        GROUP BY r.id, r.published_at`,
      values,
    );
    return {
      periodEnds: ends.map(({ period_end }) => period_end),
      lagsInDays: releases.map(({ last_end, published_at }) => daysBetween(last_end, londonDate(published_at))),
    };
  }

  /** Levels at which metrics have figures for any area and period, by the metric's id. */
  async levels(manager: EntityManager, metricIds: readonly number[], at: Date): Promise<Map<number, AreaLevel[]>> {
    const rows: { metric_id: number; levels: AreaLevel[] }[] = await manager.query(
      `SELECT wanted.metric_id, ARRAY(
         SELECT DISTINCT a.level
           FROM observations o
           JOIN areas a ON a.id = o.area_id
           JOIN releases_that_count(wanted.metric_id, $2) r ON r.release_id = o.release_id
          WHERE o.metric_id = wanted.metric_id AND o.value IS NOT NULL
          ORDER BY a.level) AS levels
         FROM unnest($1::integer[]) AS wanted (metric_id)`,
      [metricIds, at],
    );
    return new Map(rows.map(({ metric_id, levels }) => [metric_id, levels]));
  }
}

/** Codes, levels and country for the condition on areas. A country that is more than one nation takes them all. */
function areaValues(areas: TargetAreas | null): [string[] | null, AreaLevel[] | null, string | null] {
  if (!areas) return [null, null, null];
  if ('one' in areas) return [[areas.one], null, null];
  if ('sum' in areas) return [areas.sum, null, null];
  const nations = ['England', 'Wales', 'Scotland', 'Northern Ireland'];
  return [null, levelsOfTiers(areas.every), areas.country && nations.includes(areas.country) ? areas.country : null];
}
