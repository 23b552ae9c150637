import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type WrittenAnswers } from '#domain/evidence-returns/draft-blockers.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type OpeningReport, type ReportingCycle, reportOf } from '#features/submissions/reporting-cycle.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DraftWriter, type OpenedReturn } from './draft-writer.js';
import { ReturnOpening } from './return-opening.service.js';

@Injectable()
export class EvidenceReturnsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writer: DraftWriter,
    private readonly opening: ReturnOpening,
  ) {}

  /**
   * Opens the return of each mission for the department that leads it on the due date; what is open already stays as it is.
   * @throws ApplicationError 404 for an unknown framework or mission, 422 for dates in the wrong order.
   */
  async openCycle(actor: Actor, cycle: ReportingCycle): Promise<OpeningReport> {
    requirePermission(actor, 'framework.import');
    return this.unitOfWork.run(
      { actor: auditName(actor), event: 'REPORTING_CYCLE_OPENED', subject: `framework:${cycle.frameworkSlug}` },
      async (tx) => reportOf(await this.opening.openInTransaction(tx, cycle)),
    );
  }

  /**
   * Saves some answers of the draft; the others stay. Saving what stands already changes nothing.
   * @throws ApplicationError 403 for another department's, 409 when it has changed meanwhile or is not being written, 422 with every
   * answer that may not lie in a draft.
   */
  async save(actor: Actor, opened: OpenedReturn, answers: WrittenAnswers): Promise<Submission> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'EVIDENCE_RETURN_SAVED', subject: `submission:${opened.id}` }, (tx) =>
      this.writer.write(tx, actor, opened, () => ({ answers })),
    );
  }
}
