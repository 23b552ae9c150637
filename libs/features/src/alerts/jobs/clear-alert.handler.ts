import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { AlertRaisingService } from '../alert-raising.service.js';
import { CLEAR_ALERT } from '../clear-alert.job.js';

@HandlesJob(CLEAR_ALERT)
export class ClearAlertHandler implements JobHandler<{ judgementId: string }> {
  readonly auditEvent = 'ALERT_CLEARED';

  constructor(private readonly alerts: AlertRaisingService) {}

  async effect({ judgementId }: { judgementId: string }, transaction: Transaction): Promise<JobOutcome> {
    return (await this.alerts.clearInTransaction(transaction, judgementId)) ? 'done' : 'skipped';
  }
}
