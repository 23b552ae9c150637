import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { ATTACHED_STATES, ATTACHMENT_WORKFLOW } from '#domain/attachments/attachment-workflow.js';
import { type AttachedFile } from '#domain/attachments/attached-file.js';
import { positionsTowards } from '#domain/submissions/submission-positions.js';
import { workflowOf } from '#domain/submissions/workflow-of.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireReadable, seesDraft } from '#features/submissions/submission-access.js';
import { publicNumber } from '#features/submissions/public-returns.queries.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Attachment, type VirusCheck } from './attachment.entity.js';
import { deliveriesOfFiles } from './attachment-deliveries.js';
import { attachmentsWords as words } from './attachments.words.js';
import { type AttachedTo, type DrafterAction } from './attachments.service.js';

/** A file and what its reader may do with it. */
export interface FileOfSubmission {
  /** With its adder. */
  file: Attachment;
  /** Numbers of the versions that it was delivered with. */
  deliveredIn: number[];
  actions: DrafterAction[];
}

export interface FilesOfSubmission {
  /** With its organisation, mission and framework. */
  submission: Submission;
  today: string;
  files: FileOfSubmission[];
  /** May the reader attach files now? */
  writable: boolean;
  /** Does the reader see the draft, or what was delivered alone? */
  draft: boolean;
}

/** What the virus scanner has and has not said. */
export interface VirusCheckReport {
  counts: Record<VirusCheck, number>;
  pendingSince: Date | null;
  /** With their submissions, newest first. */
  infected: Attachment[];
}

/** Files as a version names them, in the order in which they were attached. */
export async function attachedFiles(manager: EntityManager, submissionId: string): Promise<AttachedFile[]> {
  const files = await manager.find(Attachment, { where: { submissionId, state: In(ATTACHED_STATES) }, order: { addedAt: 'ASC', id: 'ASC' } });
  return files.map(({ id, name, title, type, bytes, checksum }) => ({ id, name, title, type, bytes, checksum }));
}

/** Reads of attachments. */
@Injectable()
export class AttachmentsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError 404 for an unknown return or plan, 403 for whoever may not read it. */
  async ofSubmission(actor: Actor, { kind, id: submissionId }: AttachedTo): Promise<FilesOfSubmission> {
    requirePermission(actor, 'submission.read');
    const { manager } = this.dataSource;
    const relations = { organisation: true, mission: true, framework: true };
    const submission = await manager.findOne(Submission, { where: { id: submissionId, kind }, relations });
    if (!submission) throw ApplicationError.notFound(submissionsWords.aSubmission[kind]);
    requireReadable(actor, submission);
    const draft = seesDraft(actor, submission);
    const found = await manager.find(Attachment, { where: { submissionId, state: Not('removed') }, relations: { adder: true }, order: { addedAt: 'ASC', id: 'ASC' } });
    const deliveries = await deliveriesOfFiles(manager, submissionId);
    const writable = nextActions(workflowOf(kind), submission.status, positionsTowards(actor, submission.organisationId)).some(({ action }) => action === 'save');
    const files = found.map((file) => {
      const deliveredIn = deliveries.get(file.id) ?? [];
      return { file, deliveredIn, actions: writable ? actionsOn(file, deliveredIn) : [] };
    });
    return { submission, today: this.clock.today(), files: files.filter(({ deliveredIn }) => draft || deliveredIn.length > 0), writable, draft };
  }

  /**
   * A file for somebody who may read what it belongs to: its own department has every file, the council those that were delivered and that the
   * virus scanner has nothing against.
   * @throws ApplicationError 403, 404
   */
  async readable(actor: Actor, id: string): Promise<Attachment> {
    requirePermission(actor, 'submission.read');
    const file = await this.withSubmission(id);
    requireReadable(actor, file.submission);
    if (!seesDraft(actor, file.submission)) {
      const delivered = (await deliveriesOfFiles(this.dataSource.manager, file.submissionId)).has(id);
      if (!delivered) throw ApplicationError.notFound(words.theFile);
      requirePassed(file);
    }
    if (file.state === 'refused') throw ApplicationError.forbidden(words.infected, 'virus-found');
    return file;
  }

  /** A file of the version that everybody may read today, held through a pre-election period like its words. @throws ApplicationError 404 for every other */
  async published(id: string): Promise<Attachment> {
    const file = await this.withSubmission(id);
    const [row]: { published: number | null }[] = await this.dataSource.query(`SELECT ${publicNumber('$2')} AS published FROM submissions s WHERE s.id = $1`, [file.submissionId, this.clock.today()]);
    const published = row?.published ?? null;
    const deliveredIn = (await deliveriesOfFiles(this.dataSource.manager, file.submissionId)).get(id) ?? [];
    if (published === null || !deliveredIn.includes(published)) throw ApplicationError.notFound(words.theFile);
    requirePassed(file);
    return file;
  }

  async virusChecks(actor: Actor): Promise<VirusCheckReport> {
    requirePermission(actor, 'queue.read');
    const files = this.dataSource.getRepository(Attachment);
    const rows: { check: VirusCheck; files: string }[] = await this.dataSource.query(
      `SELECT virus_check AS "check", count(*) AS files FROM attachments WHERE state <> 'removed' GROUP BY virus_check`,
    );
    const oldest = await files.findOne({ where: { state: 'checking' }, order: { addedAt: 'ASC' } });
    const infected = await files.find({ where: { virusCheck: 'found', checkedAt: Not(IsNull()) }, relations: { submission: true }, order: { checkedAt: 'DESC' }, take: 50 });
    const none: VirusCheckReport['counts'] = { 'not-configured': 0, pending: 0, clean: 0, found: 0 };
    return { counts: { ...none, ...Object.fromEntries(rows.map((row) => [row.check, Number(row.files)])) }, pendingSince: oldest?.addedAt ?? null, infected };
  }

  private async withSubmission(id: string): Promise<Attachment> {
    const file = await this.dataSource.getRepository(Attachment).findOne({ where: { id, state: Not('removed') }, relations: { submission: true } });
    if (!file) throw ApplicationError.notFound(words.theFile);
    return file;
  }
}

function actionsOn({ state }: Attachment, deliveredIn: number[]): DrafterAction[] {
  return nextActions(ATTACHMENT_WORKFLOW, state, ['drafter']).flatMap(({ action, refuse }) =>
    action === 'pass' || action === 'refuse' || (refuse?.({ deliveredIn }) ?? []).length > 0 ? [] : [action],
  );
}

/** @throws ApplicationError 403 while the virus scanner has not answered, and for ever where it has found something */
function requirePassed({ state }: Attachment): void {
  if (state === 'checking') throw ApplicationError.forbidden(words.withheld, 'virus-check-pending');
  if (state === 'refused') throw ApplicationError.forbidden(words.infected, 'virus-found');
}
