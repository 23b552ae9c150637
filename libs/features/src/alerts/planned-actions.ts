import { In } from 'typeorm';
import { type RecoveryAction, type RecoveryPlan, filledActions } from '#domain/alerts/alert-blockers.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type PlannedAction } from './alert.entity.js';

/** A plan as it is published: trimmed, without the lines that nobody has written in, each release named in words. @throws ApplicationError where a metric is none */
export async function plannedActions(tx: Transaction, plan: RecoveryPlan): Promise<PlannedAction[]> {
  const lines = filledActions(plan.actions);
  const metrics = await tx.repository(Metric).findBy({ slug: In(lines.map(({ metric }) => metric)) });
  const names = new Map(metrics.map(({ slug, name }) => [slug, name]));
  const unknown = plan.actions.flatMap(({ metric }, index) =>
    metric !== '' && !names.has(metric) ? [{ code: 'metric-unknown', message: `Action ${index + 1}: select a metric of the catalogue`, field: `actions.${index}.metric` }] : [],
  );
  if (unknown.length > 0) throw ApplicationError.invalid(unknown);
  return lines.map((line) => planned(line, names.get(line.metric) ?? line.metric));
}

function planned({ expectedChange = '', ...line }: RecoveryAction, metric: string): PlannedAction {
  return {
    action: line.action.trim(),
    owner: line.owner.trim(),
    dueOn: line.dueOn,
    expectedEffect: line.expectedEffect.trim(),
    releaseThatShows: `${metric}, expected by ${longDate(line.releaseExpectedOn)}`,
    metric: line.metric,
    releaseExpectedOn: line.releaseExpectedOn,
    expectedChange: expectedChange.trim() === '' ? null : Number(expectedChange),
  };
}
