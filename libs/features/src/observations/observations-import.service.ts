import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Area } from '#features/areas/area.entity.js';
import { takeIn } from '#features/releases/release-intake.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { Clock, londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { keepSeriesChanges } from './series-changes.js';
import { type RecognisedLayout } from './file-head.js';
import { brokenAt, FileReading } from './file-reading.js';
import { ImportRegisters } from './import-registers.js';
import { emptyReport, type ImportReport } from './import-report.js';
import { type ImportRequest, type Publication, publicationOf } from './import-request.js';
import { LayoutsService } from './layouts.service.js';
import { ObservationsCopy } from './observations-copy.js';
import { PublishedFile } from './published-file.js';
import { BrokenFile, RefusedFile } from './refused-file.js';

/** Loads files of figures in any layout that is known, or that comes with the request. */
@Injectable()
export class ObservationsImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly layouts: LayoutsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads a file into a release of its own, whole or not at all; with `acceptRejects` without the rows at fault. The very
   * same file again changes nothing.
   * @throws RefusedFile with everything that is wrong with it. A dry run throws only where the layout is not understood.
   */
  async importFile(actor: Actor, request: ImportRequest): Promise<ImportReport> {
    requirePermission(actor, 'observation.import');
    const file = await PublishedFile.open(request.path, request.fileName);
    try {
      const publication = publicationOf(request, { name: file.name, today: this.clock.today() });
      const loaded = await this.unitOfWork.reader.getRepository(Release).findOneBy({ checksum: file.checksum });
      if (request.dryRun) return { ...(await this.tryOut(file, request, publication)), publication: saidOf(publication), alreadyLoaded: loaded !== null };
      if (loaded) return await this.reportOfLoaded(file, loaded);
      const layout = await this.layoutOf(file, request);
      const move = { actor: auditName(actor), event: 'OBSERVATIONS_IMPORTED', subject: 'release:new' };
      return await this.unitOfWork.run(move, (tx) => this.load(tx, { file, layout }, { ...request, ...publication, importedBy: auditName(actor) }));
    } catch (error) {
      if (error instanceof LoadedMeanwhile) return await this.reportOfLoaded(file, error.release);
      throw error;
    } finally {
      await file.close();
    }
  }

  private async tryOut(file: PublishedFile, request: ImportRequest, { publishedAt }: Publication): Promise<ImportReport> {
    const layout = await this.layoutOf(file, request);
    const registers = await ImportRegisters.read(this.unitOfWork.reader, publishedAt ?? this.clock.now());
    const reading = new FileReading({ file, layout, registers, today: this.clock.today() }, request);
    await reading.run();
    return reading.report({ dryRun: true });
  }

  /** @throws RefusedFile where no layout fits, or the file belongs elsewhere */
  private async layoutOf(file: PublishedFile, request: ImportRequest): Promise<RecognisedLayout> {
    try {
      return await this.layouts.recognise(file, request);
    } catch (error) {
      throw error instanceof BrokenFile ? brokenAt(error, { ...emptyReport(file), dryRun: request.dryRun ?? false }) : error;
    }
  }

  private async load(
    tx: Transaction,
    { file, layout }: { file: PublishedFile; layout: RecognisedLayout },
    request: Omit<ImportRequest, 'publishedOn' | 'publishedAt'> & Publication & Pick<Release, 'importedBy'>,
  ): Promise<ImportReport> {
    // the second of two imports of one file finds the first one's release
    await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark file ${file.checksum}`]);
    const releases = tx.repository(Release);
    const meanwhile = await releases.findOneBy({ checksum: file.checksum });
    if (meanwhile) throw new LoadedMeanwhile(meanwhile);
    const { publishedOn, publishedAt, saidBy, importedBy, ...asked } = request;
    const registers = await ImportRegisters.read(tx.manager, publishedAt ?? tx.now);
    const { id: releaseId } = await releases.save({ ...NOTHING_YET, checksum: file.checksum, fileName: file.name, publishedOn, publishedAt, importedAt: tx.now, importedBy });
    const copy = await ObservationsCopy.begin(tx);
    const reading = new FileReading({ file, layout, registers, today: londonDate(tx.now) }, asked, { copy, releaseId });
    await reading.run();
    const report = reading.report({ dryRun: false });
    if (reading.refused) throw new RefusedFile(report);

    const { rowsRead, rowsWithValue, rowsMissing, rowsRejected, contradictions } = report;
    const counts = { rowsRead, rowsWithValue, rowsMissing, rowsRejected };
    const unconfirmedAreas = report.unconfirmedAreas.map(({ code }) => code);
    await releases.update(releaseId, { ...counts, publisher: request.publisher ?? reading.publishers.join('; '), unconfirmedAreas });
    const anew = new Set(contradictions.filter(({ kind, confirmed }) => confirmed && kind !== 'direction').map(({ metricId }) => metricId));
    await tx.repository(ReleaseMetric).insert(
      reading.metrics.map(({ metricId, rows }) => ({ metricId, releaseId, rows, wholeSeries: request.wholeSeries ?? false, startsNewSeries: anew.has(metricId) })),
    );
    await keepSeriesChanges(tx, { releaseId, contradictions, confirm: request.confirm ?? {}, confirmedBy: importedBy });
    await takeIn(tx, { id: releaseId, publishedAt }, report.warnings);
    tx.describe({ checksum: file.checksum, layout: report.layout?.name, layoutChecksum: layout.checksum, ...counts, unconfirmedAreas: unconfirmedAreas.length }, `release:${releaseId}`);
    return { ...report, publication: saidOf({ publishedOn, publishedAt, saidBy }), releaseId };
  }

  private async reportOfLoaded(file: PublishedFile, release: Release): Promise<ImportReport> {
    const { id, rowsRead, rowsWithValue, rowsMissing, rowsRejected, unconfirmedAreas: codes } = release;
    const areas = await this.unitOfWork.reader.getRepository(Area).find({ where: { code: In(codes) }, order: { id: 'ASC' } });
    const unconfirmedAreas = areas.map(({ code, name, level }) => ({ code, name, level }));
    return { ...emptyReport(file), alreadyLoaded: true, releaseId: id, rowsRead, rowsWithValue, rowsMissing, rowsRejected, unconfirmedAreas };
  }
}

function saidOf({ publishedOn, saidBy }: Publication): ImportReport['publication'] {
  return publishedOn === null || saidBy === null ? null : { on: publishedOn, saidBy };
}

const NOTHING_YET = { publisher: '', rowsRead: 0, rowsWithValue: 0, rowsMissing: 0, rowsRejected: 0, unconfirmedAreas: [] };

/** Thrown to leave the transaction without a trace, audit line included. */
class LoadedMeanwhile extends Error {
  constructor(readonly release: Release) {
    super('loaded meanwhile');
  }
}
