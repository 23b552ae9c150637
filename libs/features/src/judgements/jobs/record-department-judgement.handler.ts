import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { GivenJudgementsService } from '../given-judgements.service.js';
import { RECORD_DEPARTMENT_JUDGEMENT } from '../record-department-judgement.job.js';

@HandlesJob(RECORD_DEPARTMENT_JUDGEMENT)
export class RecordDepartmentJudgementHandler implements JobHandler<{ submissionVersionId: string }> {
  readonly auditEvent = 'DEPARTMENT_JUDGEMENT_RECORDED';

  constructor(private readonly judgements: GivenJudgementsService) {}

  async effect({ submissionVersionId }: { submissionVersionId: string }, transaction: Transaction): Promise<JobOutcome> {
    return this.judgements.recordDepartmentInTransaction(transaction, submissionVersionId);
  }
}
