import { type EntityManager } from 'typeorm';
import { type PlacedFault } from '#platform/located-yaml/yaml-file.js';
import { type MetricEntry } from './catalogue-file.js';
import { type Metric } from './metric.entity.js';

/** What figures mean: to change it is to change what was published. */
const MEANING = ['unit', 'measure', 'direction'] as const;

/** Changes of what loaded figures mean, but for those that only repeat what was last confirmed with a published file. */
export async function meaningFaults(manager: EntityManager, entries: readonly MetricEntry[], known: ReadonlyMap<string, Metric>): Promise<PlacedFault[]> {
  const changes = entries.flatMap((entry, index) => {
    const metric = known.get(entry.slug);
    return metric ? MEANING.filter((kind) => entry[kind] !== metric[kind]).map((kind) => ({ kind, metric, now: inWords(entry[kind]), path: ['metrics', index, kind] })) : [];
  });
  if (changes.length === 0) return [];
  const ids = changes.map(({ metric }) => metric.id);
  const loaded: { metricId: number; kind: string | null; now: string | null }[] = await manager.query(
    `SELECT h.metric_id AS "metricId", said.kind, said.now
       FROM (SELECT DISTINCT metric_id FROM release_metrics WHERE metric_id = ANY ($1)) h
       LEFT JOIN (
         SELECT DISTINCT ON (c.metric_id, c.kind) c.metric_id, c.kind, c.now
           FROM series_changes c JOIN releases r ON r.id = c.release_id
          WHERE r.announced_at IS NOT NULL
          ORDER BY c.metric_id, c.kind, COALESCE(r.published_at, r.imported_at) DESC, c.id DESC) said ON said.metric_id = h.metric_id`,
    [ids],
  );
  return changes
    .filter(({ kind, metric, now }) => {
      const of = loaded.filter(({ metricId }) => metricId === metric.id);
      return of.length > 0 && !of.some((said) => said.kind === kind && said.now === now);
    })
    .map(({ kind, metric, path }) => ({
      code: 'metric-has-figures',
      path,
      message: `${metric.slug} has figures, and its ${kind} is “${inWords(metric[kind])}”: a change of it is confirmed with the file that brings it`,
    }));
}

/** As confirmations say it. */
function inWords(text: string): string {
  return text === 'higher-is-better' || text === 'lower-is-better' ? text.replaceAll('-', ' ') : text;
}
