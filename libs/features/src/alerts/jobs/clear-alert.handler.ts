import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { AlertClearingService } from '../alert-clearing.service.js';
import { CLEAR_ALERT, type ClearingCall } from '../clear-alert.job.js';

@HandlesJob(CLEAR_ALERT)
export class ClearAlertHandler implements JobHandler<ClearingCall> {
  readonly auditEvent = 'ALERT_CLEARED';

  constructor(private readonly alerts: AlertClearingService) {}

  async effect(call: ClearingCall, transaction: Transaction): Promise<JobOutcome> {
    return (await this.alerts.clearInTransaction(transaction, call)).length > 0 ? 'done' : 'skipped';
  }
}
