import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type ImportState } from '#domain/imports/import-state.js';
import { type Confirmable, IMPORT_WORKFLOW, type ImportAction, type ImportFacts } from '#domain/imports/import-workflow.js';
import { periodFaults } from '#domain/imports/period-faults.js';
import { publicationFaults } from '#domain/imports/publication-hour.js';
import { BYTES_THAT_TELL, uploadFault } from '#domain/imports/upload-faults.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { type Confirmations } from '#features/observations/import-request.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type ReceivedFile } from '#platform/uploads/received-file.js';
import { CHECK_IMPORT } from './check-import.job.js';
import { EXPIRE_IMPORT, KEPT_MS } from './expire-import.job.js';
import { factsOf, findingsIn } from './import-findings.js';
import { BARE, type BareRun, type ImportOptions, ImportRun } from './import-run.entity.js';
import { forgetFile, keepFile } from './kept-file.js';
import { LOAD_IMPORT } from './load-import.job.js';

/** No letter or digit that can be taken for another, and no vowels, so no words. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';

/** A file as somebody hands it in. */
export interface NewImport {
  file: ReceivedFile | undefined;
  options: ImportOptions;
  /** Only looked at until somebody says that it is to be loaded. */
  dryRun: boolean;
}

/** What a statistician decides on a checked file. */
export interface LoadChoices {
  acceptRejects: boolean;
  /** Reasons; empty where nothing is said. */
  confirm: Record<Confirmable, string>;
}

/** What people do with uploads. */
@Injectable()
export class ImportRunsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes a file and has it checked, or loaded at once.
   * @param also what else belongs into the same transaction
   * @throws ApplicationError where the file is none of figures at first sight, or an option cannot be
   */
  async receive(actor: Actor, { file, options, dryRun }: NewImport, also?: (tx: Transaction, run: ImportRun) => Promise<void>): Promise<ImportRun> {
    requirePermission(actor, 'observation.import');
    const faults = [...(await this.optionFaults(options)), ...(await fileFaults(file))];
    if (faults.length > 0 || !file) throw ApplicationError.invalid(faults, faults.map(({ message }) => message).join('; '));
    return this.unitOfWork.run({ actor: auditName(actor), event: 'IMPORT_UPLOADED', subject: 'import:new' }, async (tx) => {
      const runs = tx.repository(ImportRun);
      const run = await runs.save(
        runs.create({
          reference: await freeReference(tx),
          fileName: file.name,
          checksum: file.checksum,
          bytes: file.bytes,
          state: IMPORT_WORKFLOW.initial,
          options,
          dryRun,
          requestedBy: actor.id,
          tokenId: actor.tokenId ?? null,
          requestedAt: tx.now,
        }),
      );
      await keepFile(tx, run.id, file.path);
      await tx.enqueue(dryRun ? CHECK_IMPORT : LOAD_IMPORT, { runId: run.id });
      await tx.enqueue(EXPIRE_IMPORT, { runId: run.id }, new Date(tx.now.getTime() + KEPT_MS));
      await also?.(tx, run);
      tx.describe({ reference: run.reference, checksum: run.checksum, bytes: run.bytes, dryRun, ...(actor.tokenId === undefined ? {} : { token: actor.tokenId }) }, `import:${run.id}`);
      return run;
    });
  }

  /** Has a checked file loaded. @throws ApplicationError where something stands against it, or somebody was faster */
  async load(actor: Actor, id: string, { acceptRejects, confirm }: LoadChoices): Promise<void> {
    requirePermission(actor, 'observation.import');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'IMPORT_LOAD_ASKED', subject: `import:${id}` }, async (tx) => {
      const run = await locked(tx, id);
      const reasons = Object.entries(confirm).flatMap(([what, reason]) => (reason.trim() === '' ? [] : [[what, reason.trim()]]));
      const decided = { acceptRejects, confirm: { ...run.options.confirm, ...(Object.fromEntries(reasons) as Confirmations) } };
      const state = await movedByStatistician(tx, run, 'load', decided);
      const asked = { options: { ...run.options, ...decided }, loadRequestedBy: actor.id, tokenId: null };
      await tx.repository(ImportRun).update(id, { state, ...asked, ...fromTheStart(tx) });
      await tx.enqueue(LOAD_IMPORT, { runId: id });
    });
  }

  /** Reads the file again from the start, where the catalogue or the machine may have been mended. */
  async checkAgain(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'observation.import');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'IMPORT_CHECK_ASKED', subject: `import:${id}` }, async (tx) => {
      const run = await locked(tx, id);
      const state = await movedByStatistician(tx, run, 'check-again');
      const asked = { options: { ...run.options, acceptRejects: false }, dryRun: true, loadRequestedBy: null, tokenId: null };
      await tx.repository(ImportRun).update(id, { state, ...asked, report: null, refusal: null, releaseId: null, ...fromTheStart(tx) });
      await tx.enqueue(CHECK_IMPORT, { runId: id });
    });
  }

  /** Drops the file; what was found in it stays readable. */
  async discard(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'observation.import');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'IMPORT_DISCARDED', subject: `import:${id}` }, async (tx) => {
      const run = await locked(tx, id);
      const state = await movedByStatistician(tx, run, 'discard');
      await tx.repository(ImportRun).update(id, { state, finishedAt: tx.now });
      await forgetFile(tx, id);
    });
  }

  private async optionFaults({ publishedAt, metric, ...periods }: ImportOptions): Promise<Reason[]> {
    const isKnown = metric === undefined || (await this.unitOfWork.reader.getRepository(Metric).existsBy({ slug: metric }));
    return [
      ...(publishedAt === undefined ? [] : publicationFaults(publishedAt)),
      ...(isKnown ? [] : [{ code: 'unknown-metric', message: `No metric is called ${metric}`, field: 'metric' }]),
      ...periodFaults(periods),
    ];
  }
}

async function fileFaults(file: ReceivedFile | undefined): Promise<Reason[]> {
  if (!file) return [{ code: 'file-missing', message: 'Select a CSV file', field: 'file' }];
  const fault = uploadFault({ name: file.name, bytes: file.bytes, head: await file.head(BYTES_THAT_TELL) });
  return fault ? [fault] : [];
}

/** The run, kept from everybody else until the end of the move: of two at once the second sees what the first has done. */
export async function locked(tx: Transaction, id: string): Promise<BareRun> {
  const run = await tx.repository(ImportRun).findOne({ select: BARE, where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!run) throw ApplicationError.notFound('That import');
  return run;
}

/** A reading that is yet to begin, with two weeks anew. */
function fromTheStart({ now }: Transaction): Pick<ImportRun, 'progressBytes' | 'progressRows' | 'attempts' | 'startedAt' | 'finishedAt'> {
  return { progressBytes: 0, progressRows: 0, attempts: 0, startedAt: now, finishedAt: null };
}

/** @returns where the move leads */
async function movedByStatistician(tx: Transaction, run: BareRun, action: ImportAction, decided: Partial<ImportFacts> = {}): Promise<ImportState> {
  const arrow = transitionFor(IMPORT_WORKFLOW, run.state, action, ['statistician']);
  if (!arrow) throw ApplicationError.conflict(notFromHere(run.state), 'not-from-here');
  const facts = factsOf({ report: await findingsIn(tx.manager, run.id), options: run.options });
  const refusals = arrow.refuse?.({ ...facts, ...decided }) ?? [];
  if (refusals.length > 0) throw ApplicationError.invalid(refusals);
  tx.describe({ from: run.state, to: arrow.to });
  return arrow.to;
}

function notFromHere(state: ImportState): string {
  return state === 'loaded' ? 'The file is loaded already' : 'The file has moved on since you opened its page, so this is not possible now';
}

/** Of four million references a year one may be taken. */
async function freeReference(tx: Transaction): Promise<string> {
  for (;;) {
    const letters = Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const reference = `IM-${londonDate(tx.now).slice(0, 4)}-${letters}`;
    if (!(await tx.repository(ImportRun).existsBy({ reference }))) return reference;
  }
}
