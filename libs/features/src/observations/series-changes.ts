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

/** Records what was confirmed against the catalogue, and gives metrics the unit and measure that they have from now on. */
export async function keepSeriesChanges(tx: Transaction, { releaseId, contradictions, confirm, confirmedBy }: ConfirmedChanges): Promise<void> {
  for (const { metricId, kind, was, now, confirmed } of contradictions) {
    const reason = kind === 'direction' ? confirm.direction : confirm.unit;
    // a row left out as a reject has contradicted as well, and nobody has confirmed it
    if (!confirmed || reason === undefined) continue;
    await tx.repository(SeriesChange).insert({ metricId, releaseId, kind, was, now, reason, confirmedBy, confirmedAt: tx.now });
    if (kind !== 'direction') await tx.repository(Metric).update(metricId, { [kind]: now });
  }
}
