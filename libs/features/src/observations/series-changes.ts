import { type EntityManager, Not } from 'typeorm';
import { Metric } from '#features/metrics/metric.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type Contradiction } from './import-report.js';
import { type Confirmations } from './import-request.js';
import { SeriesChange } from './series-change.entity.js';

/** What was confirmed of a release, by whom. */
export interface ConfirmedChanges {
  releaseId: number;
  contradictions: readonly Contradiction[];
  confirm: Confirmations;
  confirmedBy: string;
}

/** Records what was confirmed against the catalogue, which keeps its unit and measure until the release is published. */
export async function keepSeriesChanges(tx: Transaction, { releaseId, contradictions, confirm, confirmedBy }: ConfirmedChanges): Promise<void> {
  for (const { metricId, kind, was, now, confirmed } of contradictions) {
    const reason = kind === 'direction' ? confirm.direction : confirm.unit;
    // a row left out as a reject has contradicted as well, and nobody has confirmed it
    if (!confirmed || reason === undefined) continue;
    await tx.repository(SeriesChange).insert({ metricId, releaseId, kind, was, now, reason, confirmedBy, confirmedAt: tx.now });
  }
}

/** Gives metrics the unit and measure that they have from the publication of a release on. */
export async function makeSeriesChanges(tx: Transaction, releaseId: number): Promise<void> {
  // in the order in which a catalogue locks metrics, or each could wait for the other
  const changes = await tx.repository(SeriesChange).find({ where: { releaseId, kind: Not('direction') }, order: { metricId: 'ASC', id: 'ASC' } });
  for (const { metricId, kind, now } of changes) await tx.repository(Metric).update(metricId, { [kind]: now });
}

/** Units and measures that metrics will have at an hour by releases that are not published yet. */
export async function seriesChangesAwaited(manager: EntityManager, hour: Date): Promise<{ metricId: number; kind: 'unit' | 'measure'; now: string }[]> {
  return manager.query(
    `SELECT DISTINCT ON (c.metric_id, c.kind) c.metric_id AS "metricId", c.kind, c.now
       FROM series_changes c JOIN releases r ON r.id = c.release_id
      WHERE r.announced_at IS NULL AND c.kind <> 'direction' AND r.published_at <= $1
      ORDER BY c.metric_id, c.kind, r.published_at DESC, c.id DESC`,
    [hour],
  );
}
