import { type AlertKind } from '#domain/alerts/alert-status.js';
import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { AlertRaisingService } from '../alert-raising.service.js';
import { RAISE_ALERT } from '../raise-alert.job.js';

@HandlesJob(RAISE_ALERT)
export class RaiseAlertHandler implements JobHandler<{ judgementId: string; kind: AlertKind }> {
  readonly auditEvent = 'ALERT_RAISED';

  constructor(private readonly alerts: AlertRaisingService) {}

  async effect(payload: { judgementId: string; kind: AlertKind }, transaction: Transaction): Promise<JobOutcome> {
    return (await this.alerts.raiseInTransaction(transaction, payload)) ? 'done' : 'skipped';
  }
}
