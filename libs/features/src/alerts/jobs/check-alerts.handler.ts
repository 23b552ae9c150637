import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { AlertWatching } from '../alert-watching.service.js';
import { CHECK_ALERTS } from '../check-alerts.job.js';

@HandlesJob(CHECK_ALERTS)
export class CheckAlertsHandler implements JobHandler<Record<string, never>> {
  readonly auditEvent = 'ALERTS_CHECKED';

  constructor(private readonly watching: AlertWatching) {}

  async effect(_: Record<string, never>, transaction: Transaction): Promise<JobOutcome> {
    const called = await this.watching.callInTransaction(transaction);
    transaction.describe({ called }, 'alerts:all');
    return called > 0 ? 'done' : 'skipped';
  }
}
