import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { PUBLISH_RELEASE } from '../publish-release.job.js';
import { ReleaseEmbargoService } from '../release-embargo.service.js';

@HandlesJob(PUBLISH_RELEASE)
export class PublishReleaseHandler implements JobHandler<{ releaseId: number }> {
  readonly auditEvent = 'RELEASE_PUBLISHED';

  constructor(private readonly embargo: ReleaseEmbargoService) {}

  async effect({ releaseId }: { releaseId: number }, transaction: Transaction): Promise<JobOutcome> {
    const outcome = await this.embargo.publishInTransaction(transaction, releaseId);
    if (outcome === 'nothing-to-do') return 'skipped';
    transaction.describe({}, `release:${releaseId}`);
    // it did something, for another job waits now, but it published nothing
    if (outcome === 'too-early') transaction.audit.event = 'RELEASE_AWAITED';
    return 'done';
  }
}
