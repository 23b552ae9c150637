import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { ReleaseMetric } from './release-metric.entity.js';

export type ChangeKind = 'moved' | 'added' | 'withdrawn';

/** One cell that a release changed. */
export interface ChangedCell {
  area: { id: number; code: string; name: string };
  /** First day and months of the period. */
  start: string;
  months: number;
  kind: ChangeKind;
  before: number | null;
  after: number | null;
  /** Share of the value before, with sign; null where there is none to compare with. */
  relative: number | null;
}

/** The place of a changed cell in the order of a metric: area, first day, months. */
export type ChangeKey = readonly [areaId: number, start: string, months: number];

export interface RevisionOfMetric {
  metric: Metric;
  /** Counts; null in them while they are being worked out. */
  counts: ReleaseMetric;
  /** The largest moves, the largest first, in the metric's unit. */
  largest: ChangedCell[];
}

/** A verdict that is not what it was, because of a release. */
export interface FlippedVerdict {
  target: { title: string; slug: string };
  mission: { focusArea: string; slug: string; framework: string };
  before: Verdict;
  after: Verdict;
  cause: string;
  sentence: string;
}

interface CellRow {
  metricId: number;
  area_id: number;
  code: string;
  name: string;
  start: string;
  period_months: number;
  kind: ChangeKind;
  before: number | null;
  after: number | null;
}

const CHANGED_CELL = 'c.area_id, a.code, a.name, c.period_start::text AS start, c.period_months, c.kind, c.before, c.after';

/** Largest moves shown of each metric. */
const LARGEST_SHOWN = 5;
/** Cells, changed or not, that a batch looks at; more where one area has more. */
const BATCH = 5000;

/** What a release changed. The caller decides who may know of it: nothing here looks at the hour. */
@Injectable()
export class RevisionsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** By metric, in the order of their names. Two statements. */
  async of(releaseId: number): Promise<RevisionOfMetric[]> {
    const parts = await this.dataSource
      .getRepository(ReleaseMetric)
      .find({ where: { releaseId }, relations: { metric: true }, order: { metric: { name: 'ASC' } } });
    const largest: CellRow[] = await this.dataSource.query(
      `SELECT rm.metric_id AS "metricId", ${CHANGED_CELL}
         FROM release_metrics rm
        CROSS JOIN LATERAL (
          SELECT * FROM revised_cells(rm.metric_id, rm.release_id) WHERE kind = 'moved' ORDER BY abs(after - before) DESC, area_id, period_start LIMIT $2
        ) c
         JOIN areas a ON a.id = c.area_id
        WHERE rm.release_id = $1 AND rm.moved > 0
        ORDER BY rm.metric_id, abs(c.after - c.before) DESC, a.code, c.period_start`,
      [releaseId, LARGEST_SHOWN],
    );
    return parts.map((counts) => ({
      metric: counts.metric,
      counts,
      largest: largest.filter(({ metricId }) => metricId === counts.metricId).map(changedCell),
    }));
  }

  /** Cells that moved, came or went, after a key, in the order of areas and periods. */
  async changedCells({ metricId, releaseId }: { metricId: number; releaseId: number }, after: ChangeKey | undefined, limit: number): Promise<ChangedCell[]> {
    const rows: CellRow[] = await this.dataSource.query(
      `SELECT ${CHANGED_CELL}
         FROM revised_cells($1, $2, coalesce($3, 0)) c
         JOIN areas a ON a.id = c.area_id
        WHERE c.kind IN ('moved', 'added', 'withdrawn')
          AND ($3::integer IS NULL OR (c.area_id, c.period_start, c.period_months) > ($3, $4::date, $5::smallint))
        ORDER BY c.area_id, c.period_start, c.period_months
        LIMIT $6`,
      [metricId, releaseId, ...(after ?? [null, null, null]), limit],
    );
    return rows.map(changedCell);
  }

  /** All of them, a batch of whole areas at a time: each figure is looked at once, and no connection waits for a slow reader. */
  async *batches({ metricId, releaseId }: { metricId: number; releaseId: number }): AsyncGenerator<ChangedCell[]> {
    const ranges: { first: number; last: number }[] = await this.dataSource.query(
      `SELECT min(id) AS first, max(id) AS last
         FROM (SELECT o.area_id AS id, (sum(count(*)) OVER (ORDER BY o.area_id) - 1)::integer / $3::integer AS batch
                 FROM observations o
                WHERE o.metric_id = $1 AND (o.release_id = $2 OR o.release_id IN (SELECT release_id FROM releases_before($1, $2)))
                GROUP BY o.area_id) areas
        GROUP BY batch ORDER BY batch`,
      [metricId, releaseId, BATCH],
    );
    for (const { first, last } of ranges) {
      const rows: CellRow[] = await this.dataSource.query(
        `SELECT ${CHANGED_CELL} FROM revised_cells($1, $2, $3, $4) c JOIN areas a ON a.id = c.area_id
          WHERE c.kind IN ('moved', 'added', 'withdrawn') ORDER BY c.area_id, c.period_start, c.period_months`,
        [metricId, releaseId, first, last],
      );
      if (rows.length > 0) yield rows.map(changedCell);
    }
  }

  /** Verdicts that a judging by this release changed, in the order of the missions. */
  async flips(releaseId: number): Promise<FlippedVerdict[]> {
    const rows: { title: string; slug: string; focusArea: string; mission: string; framework: string; before: Verdict; after: Verdict; cause: string; sentence: string }[] =
      await this.dataSource.query(
        `SELECT t.title, t.slug, m.focus_area AS "focusArea", m.slug AS mission, f.slug AS framework,
                earlier.verdict AS before, j.verdict AS after, j.cause, j.sentence
           FROM judgements j
           JOIN targets t ON t.id = j.target_id
           JOIN missions m ON m.id = j.mission_id
           JOIN frameworks f ON f.id = m.framework_id
           JOIN LATERAL (
             SELECT p.verdict FROM judgements p
              WHERE p.target_id = j.target_id AND p.kind = 'computed' AND p.sequence < j.sequence
              ORDER BY p.sequence DESC LIMIT 1
           ) earlier ON earlier.verdict <> j.verdict
          WHERE j.triggered_by_release = $1 AND j.kind = 'computed'
          ORDER BY f.slug, m.number, t.position, j.sequence`,
        [releaseId],
      );
    return rows.map(({ title, slug, focusArea, mission, framework, ...verdicts }) => ({
      target: { title, slug },
      mission: { focusArea, slug: mission, framework },
      ...verdicts,
    }));
  }
}

export function changeKeyOf({ area, start, months }: ChangedCell): ChangeKey {
  return [area.id, start, months];
}

function changedCell({ area_id: id, code, name, start, period_months: months, kind, before, after }: CellRow): ChangedCell {
  const relative = before !== null && after !== null && before !== 0 ? (after - before) / Math.abs(before) : null;
  return { area: { id, code, name }, start, months, kind, before, after, relative };
}
