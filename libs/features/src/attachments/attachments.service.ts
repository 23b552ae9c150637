import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { ATTACHMENT_KINDS, attachmentKindOf } from '#domain/attachments/attachment-kinds.js';
import { attachingFaults, titleFaults } from '#domain/attachments/attachment-limits.js';
import { attachmentNameFault } from '#domain/attachments/attachment-name.js';
import { ATTACHED_STATES, ATTACHMENT_WORKFLOW, type AttachmentAction } from '#domain/attachments/attachment-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { FileInspector } from '#platform/inspection/file-inspector.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type ReceivedFile } from '#platform/uploads/received-file.js';
import { VirusScanner } from '#platform/virus-scan/virus-scanner.js';
import { Attachment } from './attachment.entity.js';
import { deliveriesOfFiles } from './attachment-deliveries.js';
import { attachmentsWords as words } from './attachments.words.js';
import { CHECK_ATTACHMENT } from './check-attachment.job.js';
import { forgetBytes, keepBytes } from './kept-attachment.js';

/** The return or plan that a file belongs to. */
export type AttachedTo = Pick<Submission, 'kind' | 'id'>;

/** A file as somebody hands it in, and what they call it. */
export interface NewAttachment {
  file: ReceivedFile | undefined;
  title: string;
}

/** What the drafter does with a file that is attached. */
export type DrafterAction = Exclude<AttachmentAction, 'pass' | 'refuse'>;

const EVENTS: Record<DrafterAction, string> = { remove: 'ATTACHMENT_REMOVED', 'leave-out': 'ATTACHMENT_LEFT_OUT', 'take-back': 'ATTACHMENT_TAKEN_BACK' };

/** What the department does with the files of its returns and plans. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly inspector: FileInspector,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * Looks into a file and attaches it. To attach is to write on it: whoever did cannot sign it. A file that is refused is
   * kept nowhere; the audit chain knows its checksum and why.
   * @param after done in the same transaction
   * @throws ApplicationError 403 for another department's, 409 while nobody writes on the return, 422 with every reason against the file
   */
  async add(actor: Actor, attachedTo: AttachedTo, { file, title: typed }: NewAttachment, after?: (tx: Transaction, added: Attachment) => Promise<void>): Promise<Attachment> {
    requirePermission(actor, 'submission.edit');
    const { id: submissionId } = attachedTo;
    await this.requireWritable(actor, attachedTo);
    const title = typed.trim();
    const faults = [...titleFaults(title), ...fileFaults(file)];
    if (faults.length > 0 || !file) throw ApplicationError.invalid(faults);
    const kind = attachmentKindOf(file.sentName) ?? 'pdf';
    const { fault, notes } = await this.inspector.inspect({ path: file.path, kind });
    if (fault) return this.refuse(actor, submissionId, file, { ...fault, field: 'file' });
    return this.unitOfWork.run({ actor: auditName(actor), event: 'ATTACHMENT_ADDED', subject: `submission:${submissionId}` }, async (tx) => {
      await this.write(tx, actor, attachedTo);
      const attached = await tx.repository(Attachment).findBy({ submissionId, state: In(ATTACHED_STATES) });
      const reasons = attachingFaults(file, attached);
      if (reasons.length > 0) throw ApplicationError.invalid(reasons);
      const asks = this.scanner.isConfigured;
      const attachments = tx.repository(Attachment);
      const attachment = await attachments.save(
        attachments.create({
          submissionId, name: file.sentName, title, type: ATTACHMENT_KINDS[kind].type, bytes: file.bytes, checksum: file.checksum,
          state: asks ? ATTACHMENT_WORKFLOW.initial : 'ready', virusCheck: asks ? 'pending' : 'not-configured', virus: null,
          notes: notes.map(({ message }) => message), addedBy: actor.id, addedAt: tx.now, checkedAt: null, removedAt: null,
        }),
      );
      await keepBytes(tx, attachment.id, file.path);
      if (asks) await tx.enqueue(CHECK_ATTACHMENT, { attachmentId: attachment.id });
      tx.describe({ attachment: attachment.id, checksum: file.checksum, bytes: file.bytes, kind });
      await after?.(tx, attachment);
      return attachment;
    });
  }

  /** @throws ApplicationError 403 for another department's, 409 where somebody was faster or nobody writes, 422 with every reason against it */
  async move(actor: Actor, attachedTo: AttachedTo, attachmentId: string, action: DrafterAction): Promise<void> {
    requirePermission(actor, 'submission.edit');
    const { id: submissionId } = attachedTo;
    await this.unitOfWork.run({ actor: auditName(actor), event: EVENTS[action], subject: `submission:${submissionId}` }, async (tx) => {
      await this.write(tx, actor, attachedTo);
      const attachment = await tx.repository(Attachment).findOne({ where: { id: attachmentId, submissionId }, lock: { mode: 'pessimistic_write' } });
      if (!attachment) throw ApplicationError.notFound(words.theFile);
      const arrow = transitionFor(ATTACHMENT_WORKFLOW, attachment.state, action, ['drafter']);
      if (!arrow) throw ApplicationError.conflict(words.movedOn(attachment.name));
      const deliveredIn = (await deliveriesOfFiles(tx.manager, submissionId)).get(attachmentId) ?? [];
      const refusals = arrow.refuse?.({ deliveredIn }) ?? [];
      if (refusals.length > 0) throw ApplicationError.invalid(refusals);
      await tx.repository(Attachment).update({ id: attachmentId }, { state: arrow.to, ...(arrow.to === 'removed' ? { removedAt: tx.now } : {}) });
      if (arrow.to === 'removed') await forgetBytes(tx, attachmentId);
      tx.describe({ attachment: attachmentId, from: arrow.from, to: arrow.to });
    });
  }

  /** Before a file is looked into: whoever may not attach it makes no work. */
  private async requireWritable(actor: Actor, { kind, id }: AttachedTo): Promise<void> {
    const submission = await this.unitOfWork.reader.findOneBy(Submission, { id, kind });
    if (!submission) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
    requireOwnDepartment(actor, submission);
    if (submission.status !== 'draft' && submission.status !== 'changes-requested') throw ApplicationError.conflict(words.notNow, `submission-${submission.status}`);
  }

  /** A file more takes nobody's words away, so it asks for no version of what it belongs to; but it is a save like every other. */
  private async write(tx: Transaction, actor: Actor, { kind, id }: AttachedTo): Promise<void> {
    const submission = await tx.repository(Submission).findOne({ where: { id, kind }, lock: { mode: 'pessimistic_write' } });
    if (!submission) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
    requireOwnDepartment(actor, submission);
    await this.submissions.moveInTransaction(tx, actor, submission, 'save', { fields: ['attachments'] });
  }

  private async refuse(actor: Actor, submissionId: string, { checksum, bytes }: ReceivedFile, reason: Reason): Promise<never> {
    const facts = { checksum, bytes, code: reason.code };
    await this.unitOfWork.run({ actor: auditName(actor), event: 'ATTACHMENT_REFUSED', subject: `submission:${submissionId}`, facts }, async () => undefined);
    throw ApplicationError.invalid([reason]);
  }
}

function fileFaults(file: ReceivedFile | undefined): Reason[] {
  if (!file) return [{ code: 'file-missing', message: words.add.missing, field: 'file' }];
  const name = attachmentNameFault(file.sentName);
  return name ? [name] : attachingFaults(file, []);
}
