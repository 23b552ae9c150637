import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { JUDGE_MISSIONS, type JudgingRequest } from '../judge-missions.job.js';
import { JudgementsService } from '../judgements.service.js';

@HandlesJob(JUDGE_MISSIONS)
export class JudgeMissionsHandler implements JobHandler<JudgingRequest> {
  readonly auditEvent = 'MISSIONS_JUDGED';

  constructor(private readonly judgements: JudgementsService) {}

  async effect({ missionId, releaseId }: JudgingRequest, transaction: Transaction): Promise<JobOutcome> {
    const report = await this.judgements.judgeInTransaction(transaction, {
      ...(missionId ? { missionIds: [missionId] } : {}),
      ...(releaseId === undefined ? {} : { releaseId }),
    });
    if (report.missions === 0) return 'skipped';
    transaction.describe({ ...report });
    return 'done';
  }
}
