import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { copiedForward, isUntouched } from '#domain/evidence-returns/copy-forward.js';
import { requirePermission } from '#features/access/access.guard.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DraftWriter, type OpenedReturn } from './draft-writer.js';
import { evidenceReturnsWords as words } from './evidence-returns.words.js';

/** Takes the last return over into a new one. */
@Injectable()
export class CopyForward {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writer: DraftWriter,
  ) {}

  /** @throws ApplicationError as `DraftWriter.write`, 409 where something is written already or there is nothing to take over. */
  async copy(actor: Actor, opened: OpenedReturn): Promise<Submission> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'EVIDENCE_RETURN_COPIED_FORWARD', subject: `submission:${opened.id}` }, (tx) =>
      this.writer.write(tx, actor, opened, ({ draft, last }) => {
        if (!last) throw ApplicationError.conflict(words.copy.nothing, 'nothing-to-copy');
        if (!isUntouched(draft)) throw ApplicationError.conflict(words.copy.touched, 'draft-touched');
        tx.describe({ from: last.reference });
        // The rules of today are held against it when it is sent: a text of a year ago is not refused for its length.
        return { answers: copiedForward(last, draft.lastSteps), checked: {} };
      }),
    );
  }
}
