import { Injectable } from '@nestjs/common';
import { type ImportState, STATES_AT_WORK } from '#domain/imports/import-state.js';
import { IMPORT_WORKFLOW, type ImportAction } from '#domain/imports/import-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
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
import { findingsIn } from './import-findings.js';
import { ImportProgressNotes } from './import-progress.js';
import { BARE, type BareRun, type ImportRefusal, ImportRun } from './import-run.entity.js';
import { importerRequestOf } from './importer-request.js';
import { locked } from './import-runs.service.js';
import { forgetFile, withKeptFile } from './kept-file.js';
import { storable } from './storable-report.js';

/** What a reading came to. */
type Outcome = Pick<ImportRun, 'report' | 'releaseId' | 'refusal'>;

export type Reading = 'check' | 'load';

const STATE_OF: Record<Reading, ImportState> = { check: 'checking', load: 'loading' };
const MOST_REASONS = 50;
/** A file that so many workers have begun and none has ended kills its workers. */
const MOST_BEGINNINGS = 10;

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
    private readonly tokens: AccessTokensService,
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
    if (run.attempts > MOST_BEGINNINGS) {
      await note({ refusal: failure('The worker did not survive the reading') });
      return 'done';
    }
    try {
      await note(await this.outcomeOf(run, reading));
    } catch (error) {
      if (error instanceof ApplicationError) await note({ ...reportIn(error), refusal: refusalOf(error) });
      else if (attempt < mostAttempts) throw error;
      else await note({ refusal: failure(error instanceof Error ? error.message : String(error)) });
    }
    return 'done';
  }

  /** Ends the reading by its noted outcome. @returns false where another worker has ended it */
  async settle(tx: Transaction, runId: string, reading: Reading): Promise<boolean> {
    const run = await locked(tx, runId);
    if (run.state !== STATE_OF[reading]) return false;
    const { state: from, refusal, releaseId } = run;
    const findings = await findingsIn(tx.manager, runId);
    const { rowsRead, rowsRejected } = findings ?? { rowsRead: 0, rowsRejected: 0 };
    // another worker may have begun anew since the outcome was noted: then there is none, and the job is done again
    if (!refusal && (reading === 'check' ? findings === null : releaseId === null)) throw new Error(`The ${reading} of ${run.reference} has no outcome yet`);
    const to = movedBySystem(run, refusal ? (refusal.code === 'failed' ? 'fail' : 'refuse') : reading === 'check' ? 'finish-check' : 'finish-load');
    await tx.repository(ImportRun).update(runId, { state: to, ...(refusal ? {} : { progressBytes: run.bytes, progressRows: rowsRead }), finishedAt: tx.now });
    if (to === 'loaded') await forgetFile(tx, runId);
    tx.describe({ from, to, releaseId, rowsRead, rowsRejected }, `import:${runId}`);
    return true;
  }

  /**
   * Discards a file that nobody has come back to for two weeks, and gives up a reading that has not come to an end in as long:
   * its job is given up itself, and nobody else would let the file go. @returns false where nothing is left to expire
   */
  async expire(tx: Transaction, runId: string): Promise<boolean> {
    const run = await locked(tx, runId);
    if (IMPORT_WORKFLOW.final.includes(run.state)) return false;
    const after = (instant: Date): Date => new Date(instant.getTime() + KEPT_MS);
    const keptUntil = after(run.finishedAt ?? run.startedAt ?? run.requestedAt);
    let to = run.state;
    if (keptUntil > tx.now) {
      await tx.enqueue(EXPIRE_IMPORT, { runId }, keptUntil);
    } else if (STATES_AT_WORK.includes(run.state)) {
      to = movedBySystem(run, 'fail');
      await tx.repository(ImportRun).update(runId, { state: to, refusal: failure('No worker has come to the end of the file'), finishedAt: tx.now });
      await tx.enqueue(EXPIRE_IMPORT, { runId }, after(tx.now));
    } else {
      to = movedBySystem(run, 'discard');
      await tx.repository(ImportRun).update(runId, { state: to });
      await forgetFile(tx, runId);
    }
    tx.describe({ to }, `import:${runId}`);
    return true;
  }

  /** @returns undefined where the run does not wait for this reading */
  private async begin(runId: string, reading: Reading): Promise<BareRun | undefined> {
    const runs = this.unitOfWork.reader.getRepository(ImportRun);
    const found = await runs.findOne({ select: { id: true, state: true }, where: { id: runId } });
    if (found?.state === 'uploaded') {
      await this.unitOfWork.run({ actor: `job:${reading}-import`, event: 'IMPORT_BEGUN', subject: `import:${runId}` }, async (tx) => {
        const run = await locked(tx, runId);
        if (run.state !== 'uploaded' || run.dryRun !== (reading === 'check')) return;
        const state = movedBySystem(run, reading === 'check' ? 'begin-check' : 'begin-load');
        await tx.repository(ImportRun).update(runId, { state, startedAt: tx.now });
      });
    }
    const begun = await runs.update(
      { id: runId, state: STATE_OF[reading] },
      { attempts: () => 'attempts + 1', progressBytes: 0, progressRows: 0, refusal: null, ...(reading === 'check' ? { report: null, releaseId: null } : {}) },
    );
    return begun.affected ? runs.findOneOrFail({ select: BARE, where: { id: runId } }) : undefined;
  }

  private async outcomeOf(run: BareRun, reading: Reading): Promise<Outcome> {
    if (run.tokenId !== null && (await this.tokens.isRevoked(run.tokenId))) throw ApplicationError.forbidden('The token that it was uploaded with is revoked', 'token-revoked');
    const actor = await this.actors.actorOf((reading === 'load' ? run.loadRequestedBy : null) ?? run.requestedBy);
    if (!actor) throw ApplicationError.forbidden('Whoever asked for this has no account any more');
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
  private async ownReport(run: BareRun, report: ImportReport): Promise<ImportReport> {
    if (report.dryRun || !report.alreadyLoaded) return report;
    const release = await this.loadedBefore(run);
    const isOwn = release !== null && release.importedAt >= (run.startedAt ?? this.clock.now());
    if (!isOwn) return report;
    const { report: found } = await this.unitOfWork.reader.getRepository(ImportRun).findOneOrFail({ select: { id: true, report: true }, where: { id: run.id } });
    return { ...(found ?? report), dryRun: false, alreadyLoaded: false, releaseId: release.id };
  }

  private loadedBefore({ checksum }: Pick<ImportRun, 'checksum'>): Promise<Release | null> {
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

/** What the machine could not do, and a statistician may try again. */
function failure(message: string): ImportRefusal {
  return { code: 'failed', message, reasons: [] };
}

/** @returns where the move leads */
function movedBySystem({ state }: BareRun, action: ImportAction): ImportState {
  const arrow = transitionFor(IMPORT_WORKFLOW, state, action, ['system']);
  if (!arrow) throw new Error(`An import cannot ${action} from ${state}`);
  return arrow.to;
}
