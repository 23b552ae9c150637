import { Injectable } from '@nestjs/common';
import { ATTACHMENT_WORKFLOW, type AttachmentAction } from '#domain/attachments/attachment-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { Notices } from '#features/notifications/notices.service.js';
import { VIRUS_FOUND } from '#features/notifications/texts/attachments.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type VirusAnswer, VirusScanner } from '#platform/virus-scan/virus-scanner.js';
import { Attachment } from './attachment.entity.js';
import { deliveriesOfFiles } from './attachment-deliveries.js';
import { attachmentsPaths } from './attachments.paths.js';
import { ASK_AGAIN_MS, CHECK_ATTACHMENT } from './check-attachment.job.js';
import { forgetBytes, withBytesOnDisk } from './kept-attachment.js';

/** Asks the virus scanner about files, and does what its answer says. */
@Injectable()
export class AttachmentChecks {
  /** Answers that wait for their effect, by file: asked outside of any transaction. */
  private readonly answers = new Map<string, VirusAnswer | undefined>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scanner: VirusScanner,
    private readonly notices: Notices,
  ) {}

  /** @returns false where the file does not wait for an answer any more */
  async ask(id: string): Promise<boolean> {
    const { reader } = this.unitOfWork;
    if (!(await reader.existsBy(Attachment, { id, state: 'checking' }))) return false;
    // A scanner that is away or gives no answer says nothing of the file: it is asked again later.
    this.answers.set(id, await withBytesOnDisk(reader, id, (file) => this.scanner.scan(file)).catch(() => undefined));
    return true;
  }

  /** @returns false where the file has moved on */
  async settle(tx: Transaction, id: string): Promise<boolean> {
    const answer = this.answers.get(id);
    this.answers.delete(id);
    const attachment = await tx.repository(Attachment).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    const action: AttachmentAction = answer?.clean === false ? 'refuse' : 'pass';
    const arrow = attachment && transitionFor(ATTACHMENT_WORKFLOW, attachment.state, action, ['scanner']);
    if (!attachment || !arrow) return false;
    tx.describe({ attachment: id, checksum: attachment.checksum, answer: answer ? (answer.clean ? 'clean' : answer.virus) : 'none' }, `submission:${attachment.submissionId}`);
    if (!answer) {
      await tx.enqueue(CHECK_ATTACHMENT, { attachmentId: id }, new Date(tx.now.getTime() + ASK_AGAIN_MS));
      return true;
    }
    const found = answer.clean ? {} : { virus: answer.virus };
    await tx.repository(Attachment).update({ id }, { state: arrow.to, virusCheck: answer.clean ? 'clean' : 'found', checkedAt: tx.now, ...found });
    if (!answer.clean) await this.withhold(tx, attachment, answer.virus);
    return true;
  }

  /** Nobody gets the file; its bytes go, but for those of a version that was delivered with them. */
  private async withhold(tx: Transaction, { id, submissionId, name }: Attachment, virus: string): Promise<void> {
    const submission = await tx.repository(Submission).findOneByOrFail({ id: submissionId });
    const deliveredIn = (await deliveriesOfFiles(tx.manager, submissionId)).get(id) ?? [];
    if (deliveredIn.length === 0) await forgetBytes(tx, id);
    const people = await peopleOfOrganisation(tx, submission.organisationId, ['official']);
    await this.notices.tell(tx, VIRUS_FOUND, { people }, { reference: submission.reference, name, virus }, { about: `submission:${submissionId}`, path: attachmentsPaths.list(submission.kind, submissionId) });
  }
}
