import { closestText } from '#domain/observations/closest-text.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type CsvBatch, CsvRecords } from './csv-records.js';
import { type ImportRegisters } from './import-registers.js';
import { BrokenFile, type ImportReport, MOST_FAULTS_LISTED, RefusedFile } from './import-report.js';
import { type Layout, layoutOf } from './observation-layout.js';
import { ObservationRows } from './observation-rows.js';
import { type ObservationsCopy } from './observations-copy.js';
import { type PublishedFile } from './published-file.js';

/** How far a reading is. */
export interface ImportProgress {
  /** Read so far. */
  bytes: number;
  totalBytes: number;
  rows: number;
}

/** Where the rows go; a dry run has no such place. */
export interface ReadingTarget {
  copy: ObservationsCopy;
  releaseId: number;
}

/** One reading of a file, from its header to its last row: what is understood is written, everything is counted. */
export class FileReading {
  private bytesRead = 0;
  private read: { layout: Layout; rows: ObservationRows } | undefined;

  /** @throws ApplicationError where the one metric that the file should be for has no figures */
  constructor(
    private readonly file: PublishedFile,
    private readonly registers: ImportRegisters,
    private readonly request: { metric?: string; onProgress?: (progress: ImportProgress) => void },
    private readonly target?: ReadingTarget,
  ) {
    const { metric } = request;
    if (metric === undefined || [...registers.metrics.values()].some(({ slug }) => slug === metric)) return;
    throw ApplicationError.invalid([{ code: 'unknown-metric', message: `no metric with figures is called ${metric}`, field: 'metric' }]);
  }

  get refused(): boolean {
    return this.read?.rows.refused ?? false;
  }

  /** Publishers of the metrics that the file has figures of. */
  get publishers(): string[] {
    return [...new Set([...(this.read?.rows.rowsByMetric.keys() ?? [])].map(({ publisher }) => publisher))];
  }

  get rowsByMetric(): { metricId: number; rows: number }[] {
    return [...(this.read?.rows.rowsByMetric ?? [])].map(([{ id }, rows]) => ({ metricId: id, rows }));
  }

  /** @throws RefusedFile where the file cannot be read to its end, or its layout is not the one understood */
  async run(): Promise<void> {
    try {
      const csv = new CsvRecords();
      for await (const chunk of this.file.chunks()) {
        this.bytesRead += chunk.length;
        await this.take(csv.push(chunk));
      }
      await this.take(csv.end());
      if (!this.read) layoutOf(undefined);
      if (this.read?.rows.rowsRead === 0) throw new BrokenFile({ row: 1, column: '', value: '', reason: 'the file has a header and no figures' });
      await this.target?.copy.end();
    } catch (error) {
      // the connection takes no other statement, not even a rollback, while a COPY is open
      await this.target?.copy.end().catch(() => undefined);
      if (!(error instanceof BrokenFile)) throw error;
      const report = this.report({ dryRun: this.target === undefined });
      const rejected = [...report.rejected.slice(0, MOST_FAULTS_LISTED - 1), error.fault];
      throw new RefusedFile({ ...report, rowsRead: report.rowsRead + 1, rowsRejected: report.rowsRejected + 1, rejected });
    }
  }

  report({ dryRun }: { dryRun: boolean }): ImportReport {
    const rows = this.read?.rows;
    if (!rows) return { ...emptyReport(this.file), dryRun };
    const { rowsRead, rowsWithValue, rowsMissing, rowsRejected, rejected } = rows;
    const known = [...this.registers.metrics.keys()];
    return {
      ...emptyReport(this.file),
      dryRun,
      rowsRead,
      rowsWithValue,
      rowsMissing,
      rowsRejected,
      rejected,
      unknownIndicators: [...rows.unknownIndicators].map(([indicator, count]) => {
        const closest = closestText(indicator, known);
        return { indicator, rows: count, ...(closest === undefined ? {} : { closest }) };
      }),
      unconfirmedAreas: [...rows.unconfirmed].map(({ code, name, level }) => ({ code, name, level })),
      rowsByMetric: Object.fromEntries([...rows.rowsByMetric].map(([{ slug }, count]) => [slug, count])),
    };
  }

  private async take({ records, firstRow }: CsvBatch): Promise<void> {
    if (records.length === 0) return;
    if (!this.read) {
      const layout = layoutOf(records[0]);
      const rows = new ObservationRows(layout, this.registers, { metric: this.request.metric, releaseId: this.target?.releaseId ?? 0 });
      this.read = { layout, rows };
      return this.take({ records: records.slice(1), firstRow: firstRow + 1 });
    }
    const { layout, rows } = this.read;
    // after the first refusal nothing is written any more, for it would be rolled back
    const writes = this.target && !rows.refused ? this.target : undefined;
    const unknown = this.registers.unknownAreas(records, layout);
    if (unknown.length > 0) this.registers.add(unknown, writes ? await writes.copy.addAreas(unknown) : []);
    const lines = rows.read(records, firstRow);
    if (!rows.refused) await writes?.copy.write(lines);
    this.request.onProgress?.({ bytes: this.bytesRead, totalBytes: this.file.bytes, rows: rows.rowsRead });
  }
}

export function emptyReport({ name, checksum }: PublishedFile): ImportReport {
  return {
    fileName: name,
    checksum,
    dryRun: false,
    alreadyLoaded: false,
    releaseId: null,
    rowsRead: 0,
    rowsWithValue: 0,
    rowsMissing: 0,
    rowsRejected: 0,
    rejected: [],
    unknownIndicators: [],
    unconfirmedAreas: [],
    rowsByMetric: {},
  };
}
