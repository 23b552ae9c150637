import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { AlertRaisingService } from '../alert-raising.service.js';
import { type AlertCall, RAISE_ALERT } from '../raise-alert.job.js';

@HandlesJob(RAISE_ALERT)
export class RaiseAlertHandler implements JobHandler<AlertCall> {
  readonly auditEvent = 'ALERT_RAISED';

  constructor(private readonly alerts: AlertRaisingService) {}

  async effect(call: AlertCall, transaction: Transaction): Promise<JobOutcome> {
    return (await this.alerts.raiseInTransaction(transaction, call)) ? 'done' : 'skipped';
  }
}
