import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { dayFrom } from '#domain/observations/calendar-day.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Area } from '#features/areas/area.entity.js';
import { lockAreas } from '#features/areas/areas.service.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { londonInstant } from '#platform/clock/clock.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { emptyReport, FileReading, type ImportProgress } from './file-reading.js';
import { ImportRegisters } from './import-registers.js';
import { type ImportReport, RefusedFile } from './import-report.js';
import { ObservationsCopy } from './observations-copy.js';
import { PublishedFile } from './published-file.js';
import { Release } from '#features/releases/release.entity.js';

export interface ImportRequest {
  path: string;
  /** The name to keep; that of the path unless given. */
  fileName?: string;
  /** Those of the metrics' sources unless given. */
  publisher?: string;
  /** ISO date; the newest published release of a cell counts. */
  publishedOn?: string;
  /** Slug of the one metric that the file must be for. */
  metric?: string;
  /** Reads and counts, and changes nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

/** Loads files of figures in the current ONS layout. */
@Injectable()
export class ObservationsImportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Loads a file into a release of its own, whole or not at all. The very same file again changes nothing.
   * @throws RefusedFile with everything that is wrong with it. A dry run throws only where the layout is not understood.
   */
  async importFile(actor: Actor, request: ImportRequest): Promise<ImportReport> {
    requirePermission(actor, 'observation.import');
    if (request.publishedOn !== undefined && !dayFrom(request.publishedOn)) {
      throw ApplicationError.invalid([{ code: 'no-date', message: `${request.publishedOn} is not a date (YYYY-MM-DD)`, field: 'publishedOn' }]);
    }
    const file = await PublishedFile.open(request.path, request.fileName);
    try {
      const loaded = await this.unitOfWork.reader.getRepository(Release).findOneBy({ checksum: file.checksum });
      if (request.dryRun) return { ...(await this.tryOut(file, request)), alreadyLoaded: loaded !== null };
      if (loaded) return await this.reportOfLoaded(file, loaded);
      const move = { actor: auditName(actor), event: 'OBSERVATIONS_IMPORTED', subject: 'release:new' };
      return await this.unitOfWork.run(move, (tx) => this.load(tx, file, request, auditName(actor)));
    } catch (error) {
      if (error instanceof LoadedMeanwhile) return await this.reportOfLoaded(file, error.release);
      throw error;
    } finally {
      await file.close();
    }
  }

  private async tryOut(file: PublishedFile, request: ImportRequest): Promise<ImportReport> {
    const reading = new FileReading(file, await ImportRegisters.read(this.unitOfWork.reader), request);
    await reading.run();
    return reading.report({ dryRun: true });
  }

  private async load(tx: Transaction, file: PublishedFile, request: ImportRequest, importedBy: string): Promise<ImportReport> {
    // also keeps two imports of one file apart: the second finds the first one's release
    await lockAreas(tx);
    const releases = tx.repository(Release);
    const meanwhile = await releases.findOneBy({ checksum: file.checksum });
    if (meanwhile) throw new LoadedMeanwhile(meanwhile);
    const registers = await ImportRegisters.read(tx.manager);
    const release = await releases.save({
      checksum: file.checksum,
      fileName: file.name,
      publisher: '',
      publishedOn: request.publishedOn ?? null,
      publishedAt: request.publishedOn === undefined ? null : londonInstant(request.publishedOn, '09:30'),
      importedAt: tx.now,
      importedBy,
      rowsRead: 0,
      rowsWithValue: 0,
      rowsMissing: 0,
      unconfirmedAreas: [],
    });
    const copy = await ObservationsCopy.begin(tx);
    const reading = new FileReading(file, registers, request, { copy, releaseId: release.id });
    await reading.run();
    const report = reading.report({ dryRun: false });
    if (reading.refused) throw new RefusedFile(report);
    const { rowsRead, rowsWithValue, rowsMissing } = report;
    await releases.update(release.id, {
      publisher: request.publisher ?? reading.publishers.join('; '),
      rowsRead,
      rowsWithValue,
      rowsMissing,
      unconfirmedAreas: report.unconfirmedAreas.map(({ code }) => code),
    });
    await tx.repository(ReleaseMetric).insert(reading.rowsByMetric.map(({ metricId, rows }) => ({ metricId, releaseId: release.id, rows })));
    await tx.enqueue(JUDGE_MISSIONS, { cause: 'release', releaseId: release.id });
    const facts = { checksum: file.checksum, rowsRead, rowsWithValue, rowsMissing, unconfirmedAreas: report.unconfirmedAreas.length };
    tx.describe(facts, `release:${release.id}`);
    return { ...report, releaseId: release.id };
  }

  private async reportOfLoaded(file: PublishedFile, release: Release): Promise<ImportReport> {
    const { id, rowsRead, rowsWithValue, rowsMissing, unconfirmedAreas: codes } = release;
    const areas = await this.unitOfWork.reader.getRepository(Area).find({ where: { code: In(codes) }, order: { id: 'ASC' } });
    const unconfirmedAreas = areas.map(({ code, name, level }) => ({ code, name, level }));
    return { ...emptyReport(file), alreadyLoaded: true, releaseId: id, rowsRead, rowsWithValue, rowsMissing, unconfirmedAreas };
  }
}

/** Thrown to leave the transaction without a trace, audit line included. */
class LoadedMeanwhile extends Error {
  constructor(readonly release: Release) {
    super('loaded meanwhile');
  }
}
