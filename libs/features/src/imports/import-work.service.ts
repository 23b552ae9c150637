import { Injectable } from '@nestjs/common';
import { type ImportState } from '#domain/imports/import-state.js';
import { IMPORT_WORKFLOW, type ImportAction } from '#domain/imports/import-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { ActorsService } from '#features/access/actors.service.js';
import { type ImportReport } from '#features/observations/import-report.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { RefusedFile } from '#features/observations/refused-file.js';
import { Release } from '#features/releases/release.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type JobOutcome, type JobRun } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EXPIRE_IMPORT, KEPT_MS } from './expire-import.job.js';
import { ImportProgressNotes } from './import-progress.js';
import { type ImportRefusal, ImportRun } from './import-run.entity.js';
import { importerRequestOf } from './importer-request.js';
import { locked } from './import-runs.service.js';
import { forgetFile, withKeptFile } from './kept-file.js';
import { storable } from './storable-report.js';

/** What a reading came to. */
type Outcome = Pick<ImportRun, 'report' | 'releaseId' | 'refusal'>;

export type Reading = 'check' | 'load';

const STATE_OF: Record<Reading, ImportState> = { check: 'checking', load: 'loading' };
const MOST_REASONS = 50;

/**
 * What workers do with uploads. The reading stands outside every move of the run: it takes minutes, and the importer has a
 * transaction of its own, in which the very same file has an effect once. Its outcome is noted on the run, and the move that
 * ends the job goes by the note; so whatever a worker's death cuts off is begun again from the kept file.
 */
@Injectable()
export class ImportWorkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly importer: ObservationsImportService,
    private readonly actors: ActorsService,
  ) {}

  /**
   * Reads the run's file, and loads it where that is the job.
   * @param mostAttempts after so many a run is given up, and says why
   * @returns 'skipped' where the run does not wait for this any more
   */
  async read(runId: string, reading: Reading, { attempt }: JobRun, mostAttempts: number): Promise<JobOutcome> {
    const run = await this.begin(runId, reading);
    if (!run) return 'skipped';
    const note = async (outcome: Partial<Outcome>): Promise<void> =>
      void (await this.unitOfWork.reader.getRepository(ImportRun).update({ id: runId, state: STATE_OF[reading] }, storable(outcome)));
    try {
      await note(await this.outcomeOf(run, reading));
    } catch (error) {
      if (error instanceof ApplicationError) await note({ ...reportIn(error), refusal: refusalOf(error) });
      else if (attempt < mostAttempts) throw error;
      else await note({ refusal: { code: 'failed', message: error instanceof Error ? error.message : String(error), reasons: [] } });
    }
    return 'done';
  }

  /** Ends the reading by its noted outcome. @returns false where another worker has ended it */
  async settle(tx: Transaction, runId: string, reading: Reading): Promise<boolean> {
    const run = await locked(tx, runId);
    if (run.state !== STATE_OF[reading]) return false;
    const { refusal, report } = run;
    const action: ImportAction = refusal ? (refusal.code === 'failed' ? 'fail' : 'refuse') : reading === 'check' ? 'finish-check' : 'finish-load';
    const from = run.state;
    moveBySystem(run, action);
    await tx.repository(ImportRun).save({ ...run, ...(refusal ? {} : { progressBytes: run.bytes, progressRows: report?.rowsRead ?? 0 }), finishedAt: tx.now });
    if (run.state === 'loaded') await forgetFile(tx, runId);
    tx.describe({ from, to: run.state, releaseId: run.releaseId, rowsRead: report?.rowsRead ?? 0, rowsRejected: report?.rowsRejected ?? 0 }, `import:${runId}`);
    return true;
  }

  /** Discards a file that nobody has come back to for two weeks. @returns false where there is nothing to discard yet */
  async expire(tx: Transaction, runId: string): Promise<boolean> {
    const run = await locked(tx, runId);
    if (IMPORT_WORKFLOW.final.includes(run.state)) return false;
    const keptUntil = new Date((run.finishedAt ?? tx.now).getTime() + KEPT_MS);
    if (keptUntil > tx.now) {
      await tx.enqueue(EXPIRE_IMPORT, { runId }, keptUntil);
    } else {
      moveBySystem(run, 'discard');
      await tx.repository(ImportRun).save(run);
      await forgetFile(tx, runId);
    }
    tx.describe({ to: run.state }, `import:${runId}`);
    return true;
  }

  /** @returns undefined where the run does not wait for this reading */
  private async begin(runId: string, reading: Reading): Promise<ImportRun | undefined> {
    const runs = this.unitOfWork.reader.getRepository(ImportRun);
    const found = await runs.findOneBy({ id: runId });
    if (found?.state === 'uploaded') {
      await this.unitOfWork.run({ actor: `job:${reading}-import`, event: 'IMPORT_BEGUN', subject: `import:${runId}` }, async (tx) => {
        const run = await locked(tx, runId);
        if (run.state !== 'uploaded' || run.dryRun !== (reading === 'check')) return;
        moveBySystem(run, reading === 'check' ? 'begin-check' : 'begin-load');
        await tx.repository(ImportRun).save({ ...run, startedAt: tx.now });
      });
    }
    const begun = await runs.update(
      { id: runId, state: STATE_OF[reading] },
      { attempts: () => 'attempts + 1', progressBytes: 0, progressRows: 0, refusal: null },
    );
    return begun.affected ? runs.findOneByOrFail({ id: runId }) : undefined;
  }

  private async outcomeOf(run: ImportRun, reading: Reading): Promise<Outcome> {
    const actor = await this.actors.actorOf(run.requestedBy);
    if (!actor) throw ApplicationError.forbidden('Whoever uploaded the file has no account any more');
    const notes = new ImportProgressNotes(this.unitOfWork.reader, run.id);
    try {
      const report = await withKeptFile(this.unitOfWork.reader, run.id, (path) =>
        this.importer.importFile(actor, { ...importerRequestOf({ ...run, dryRun: reading === 'check' }, path), onProgress: (progress) => notes.note(progress) }),
      );
      return { report: await this.ownReport(run, report), releaseId: report.releaseId ?? (await this.loadedBefore(run))?.id ?? null, refusal: null };
    } finally {
      await notes.end();
    }
  }

  /** A file that an attempt before this one has loaded, and did not live to say so, was not "loaded before". */
  private async ownReport(run: ImportRun, report: ImportReport): Promise<ImportReport> {
    if (report.dryRun || !report.alreadyLoaded) return report;
    const release = await this.loadedBefore(run);
    const isOwn = release !== null && release.importedAt >= (run.startedAt ?? this.clock.now());
    return isOwn ? { ...(run.report ?? report), dryRun: false, alreadyLoaded: false, releaseId: release.id } : report;
  }

  private loadedBefore({ checksum }: ImportRun): Promise<Release | null> {
    return this.unitOfWork.reader.getRepository(Release).findOneBy({ checksum });
  }
}

function refusalOf({ code, message, reasons }: ApplicationError): ImportRefusal {
  return { code, message, reasons: reasons.slice(0, MOST_REASONS).map((reason) => reason.message) };
}

/** A refusal of a whole file carries what was found in it. */
function reportIn(error: ApplicationError): { report?: ImportReport } {
  return error instanceof RefusedFile ? { report: error.report } : {};
}

function moveBySystem(run: ImportRun, action: ImportAction): void {
  const arrow = transitionFor(IMPORT_WORKFLOW, run.state, action, ['system']);
  if (!arrow) throw new Error(`An import cannot ${action} from ${run.state}`);
  run.state = arrow.to;
}
